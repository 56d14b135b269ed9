/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a program in a sandbox asks the desktop's portal for. */
typedef enum {
  TRANCHE_PORTAL_FILES,
  TRANCHE_PORTAL_PRINT,
  TRANCHE_PORTAL_LINKS,
  TRANCHE_PORTAL_NOTIFICATIONS,
  TRANCHE_PORTAL_BACKGROUND,
} TranchePortal;

/* Asks whether the desktop has somebody who does @portal for the program. Where it
 * has not, the toolkit's requests would neither come to anything nor fail. Outside
 * of a sandbox nobody is needed. Who takes longer than a second to say so is taken
 * to be there. */
void        tranche_portal_find_async  (TranchePortal         portal,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
/* @error: %G_IO_ERROR_NOT_FOUND, %G_IO_ERROR_CANCELLED */
gboolean    tranche_portal_find_finish (GAsyncResult         *result,
                                        GError              **error);

/* What to do where it is missing; a whole sentence. */
const char *tranche_portal_get_advice  (void);

G_END_DECLS
