/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the program runs in a Flatpak, where files, printers and other programs
 * are reached through the desktop's portal alone. */
gboolean tranche_sandbox_is_around (void);

G_END_DECLS
