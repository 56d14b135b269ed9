/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a program in a sandbox asks the desktop's portal for. */
typedef enum {
  TRANCHE_PORTAL_FILES,
  TRANCHE_PORTAL_PRINT,
  TRANCHE_PORTAL_LINKS,
  TRANCHE_PORTAL_NOTIFICATIONS,
  TRANCHE_PORTAL_BACKGROUND,
} TranchePortal;

/* Whether the program runs in a sandbox and the desktop has nobody who would do
 * @portal for it. The toolkit's requests would then neither come to anything nor
 * fail. */
gboolean tranche_portal_is_missing (TranchePortal portal);

/* What to do where it is missing; a whole sentence. */
const char *tranche_portal_get_advice (void);

/* Whether the files, the printer or the links can be asked for. Where they cannot,
 * this tells over @parent what is missing. */
gboolean tranche_portal_check (GtkWidget     *parent,
                               TranchePortal  portal);

G_END_DECLS
