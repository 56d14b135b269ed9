/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of the program's actions. Each of them stands in the shortcuts' dialog:
 * tests/packaging/check-shortcuts.py compares the two. Delete is not among them,
 * for where somebody types it means a letter: the workplace has it. */
void tranche_accels_install (GtkApplication *application);

G_END_DECLS
