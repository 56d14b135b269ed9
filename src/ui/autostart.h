/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The file that makes a desktop start the program at login, in the background. It
 * is the user's: programs that manage what is started may remove it as well. */

gboolean tranche_autostart_exists (void);
/* Writes or removes it. */
gboolean tranche_autostart_set    (gboolean   on,
                                   GError   **error);

G_END_DECLS
