/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/product.h"

TrancheProduct *
tranche_product_new (const char *code,
                     const char *name,
                     const char *terms)
{
  TrancheProduct *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (TrancheProduct, 1);
  self->code = g_strdup (code);
  self->name = g_strdup (name);
  self->terms = g_strdup (terms);

  return self;
}

TrancheProduct *
tranche_product_copy (const TrancheProduct *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tranche_product_new (self->code, self->name, self->terms);
}

void
tranche_product_free (TrancheProduct *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->code);
  g_free (self->name);
  g_free (self->terms);
  g_free (self);
}

gboolean
tranche_product_equal (const TrancheProduct *a,
                       const TrancheProduct *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return g_strcmp0 (a->code, b->code) == 0 &&
         g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->terms, b->terms) == 0;
}
