/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column of check boxes that show which rows are selected. They are not
 * pressed themselves: a click anywhere on a row selects it. (transfer full) */
GtkColumnViewColumn *tranche_check_column_new (void);

G_END_DECLS
