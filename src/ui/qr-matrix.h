/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The standard asks for so many modules of white around the code. */
#define TRANCHE_QR_QUIET_ZONE 4

/**
 * TrancheQrMatrix:
 *
 * The modules of a QR code of medium correction, without the quiet zone.
 */
typedef struct _TrancheQrMatrix TrancheQrMatrix;

/* (nullable): for a text that is empty or too long for any code. */
TrancheQrMatrix *tranche_qr_matrix_new      (const char            *text);
void             tranche_qr_matrix_free     (TrancheQrMatrix       *self);
/* Modules on a side. */
int              tranche_qr_matrix_get_size (const TrancheQrMatrix *self);
gboolean         tranche_qr_matrix_is_black (const TrancheQrMatrix *self,
                                             int                    x,
                                             int                    y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheQrMatrix, tranche_qr_matrix_free)

G_END_DECLS
