/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_QR_CODE (tranche_qr_code_get_type ())
G_DECLARE_FINAL_TYPE (TrancheQrCode, tranche_qr_code, TRANCHE, QR_CODE, GtkWidget)

/**
 * TrancheQrCode:
 *
 * A square that shows the property `text` as a QR code, black on white in
 * every colour scheme, with the quiet zone that scanners need. It is empty
 * without a text, or with one that is too long for any QR code.
 */
GtkWidget  *tranche_qr_code_new      (void);
const char *tranche_qr_code_get_text (TrancheQrCode *self);
void        tranche_qr_code_set_text (TrancheQrCode *self,
                                      const char    *text);

G_END_DECLS
