/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fresh folder for the book of a demo. (transfer full) (nullable) */
char *tranche_demo_folder_make         (GError     **error);
/* With the files in it, which are all that is there. */
void  tranche_demo_folder_remove       (const char  *path);
/* Removes those that programs left which were killed: of this user, and with
 * nobody holding the lock of the book. */
void  tranche_demo_folder_remove_stale (void);

G_END_DECLS
