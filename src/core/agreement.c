/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/agreement.h"

G_DEFINE_BOXED_TYPE (TrancheAgreement, tranche_agreement,
                     tranche_agreement_copy, tranche_agreement_free)

TranchePointOfSale *
tranche_point_of_sale_new (const char *code,
                           const char *name)
{
  TranchePointOfSale *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_new0 (TranchePointOfSale, 1);
  self->code = g_strdup (code);
  self->name = g_strdup (name);

  return self;
}

TranchePointOfSale *
tranche_point_of_sale_copy (const TranchePointOfSale *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tranche_point_of_sale_new (self->code, self->name);
}

void
tranche_point_of_sale_free (TranchePointOfSale *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

TrancheAgreement *
tranche_agreement_new (void)
{
  TrancheAgreement *self = g_new0 (TrancheAgreement, 1);

  self->points_of_sale =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_point_of_sale_free);

  return self;
}

TrancheAgreement *
tranche_agreement_copy (const TrancheAgreement *self)
{
  TrancheAgreement *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = tranche_agreement_new ();
  copy->services = self->services;
  copy->id_header = g_strdup (self->id_header);
  copy->signature_header = g_strdup (self->signature_header);
  copy->points_checked = self->points_checked;
  copy->seller_phone = g_strdup (self->seller_phone);
  copy->callback_url = g_strdup (self->callback_url);
  copy->callback_port = self->callback_port;
  copy->callback_interface = g_strdup (self->callback_interface);
  for (guint i = 0; i < self->points_of_sale->len; i++)
    g_ptr_array_add (copy->points_of_sale,
                     tranche_point_of_sale_copy (self->points_of_sale->pdata[i]));

  return copy;
}

void
tranche_agreement_free (TrancheAgreement *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id_header);
  g_free (self->signature_header);
  g_ptr_array_unref (self->points_of_sale);
  g_free (self->seller_phone);
  g_free (self->callback_url);
  g_free (self->callback_interface);
  g_free (self);
}

static gboolean
points_equal (GPtrArray *a,
              GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    const TranchePointOfSale *one = a->pdata[i];
    const TranchePointOfSale *other = b->pdata[i];

    if (g_strcmp0 (one->code, other->code) != 0 || g_strcmp0 (one->name, other->name) != 0)
      return FALSE;
  }

  return TRUE;
}

gboolean
tranche_agreement_equal (const TrancheAgreement *a,
                         const TrancheAgreement *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->services == b->services &&
         a->points_checked == b->points_checked &&
         a->callback_port == b->callback_port &&
         g_strcmp0 (a->id_header, b->id_header) == 0 &&
         g_strcmp0 (a->signature_header, b->signature_header) == 0 &&
         g_strcmp0 (a->seller_phone, b->seller_phone) == 0 &&
         g_strcmp0 (a->callback_url, b->callback_url) == 0 &&
         g_strcmp0 (a->callback_interface, b->callback_interface) == 0 &&
         points_equal (a->points_of_sale, b->points_of_sale);
}

gboolean
tranche_agreement_has_point (const TrancheAgreement *self,
                             const char             *code)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->points_of_sale->len; i++) {
    if (g_strcmp0 (((TranchePointOfSale *) self->points_of_sale->pdata[i])->code, code) == 0)
      return TRUE;
  }

  return FALSE;
}
