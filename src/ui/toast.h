/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast that says @text, in which a name or a bank's words may stand: it is no
 * markup. (transfer full) */
AdwToast *tranche_toast_new  (const char      *text);
void      tranche_toast_show (AdwToastOverlay *overlay,
                              const char      *text);

G_END_DECLS
