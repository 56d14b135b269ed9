/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/qr-matrix.h"

#include <qrencode.h>

struct _TrancheQrMatrix {
  QRcode *code;
};

TrancheQrMatrix *
tranche_qr_matrix_new (const char *text)
{
  TrancheQrMatrix *self;
  QRcode *code;

  if (text == NULL || *text == '\0')
    return NULL;

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (code == NULL)
    return NULL;

  self = g_new0 (TrancheQrMatrix, 1);
  self->code = code;

  return self;
}

void
tranche_qr_matrix_free (TrancheQrMatrix *self)
{
  QRcode_free (self->code);
  g_free (self);
}

int
tranche_qr_matrix_get_size (const TrancheQrMatrix *self)
{
  return self->code->width;
}

gboolean
tranche_qr_matrix_is_black (const TrancheQrMatrix *self,
                            int                    x,
                            int                    y)
{
  return (self->code->data[y * self->code->width + x] & 1) != 0;
}
