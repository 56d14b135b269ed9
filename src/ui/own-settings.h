/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of the program; %NULL where they are not installed, as in tests.
 * (transfer full) */
GSettings *tranche_own_settings_open (void);

G_END_DECLS
