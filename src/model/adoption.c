/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/adoption.h"

#include <gio/gio.h>

#include "core/bank-error.h"

struct _TrancheAdoption {
  GObject parent_instance;

  char *key;
  TrancheMoney amount;
  TrancheAdoptionState state;
  TrancheOrder *order;
  GError *error;
};

G_DEFINE_FINAL_TYPE (TrancheAdoption, tranche_adoption, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tranche_adoption_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrancheAdoption *self = TRANCHE_ADOPTION (object);

  switch (prop_id) {
  case PROP_STATE:
    g_value_set_int (value, (int) self->state);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_adoption_finalize (GObject *object)
{
  TrancheAdoption *self = TRANCHE_ADOPTION (object);

  g_free (self->key);
  g_clear_object (&self->order);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tranche_adoption_parent_class)->finalize (object);
}

static void
tranche_adoption_class_init (TrancheAdoptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tranche_adoption_get_property;
  object_class->finalize = tranche_adoption_finalize;

  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL,
                      TRANCHE_ADOPTION_WAITING, TRANCHE_ADOPTION_STOPPED, TRANCHE_ADOPTION_WAITING,
                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_adoption_init (TrancheAdoption *self)
{
}

TrancheAdoption *
tranche_adoption_new (const char         *key,
                      const TrancheMoney *amount)
{
  TrancheAdoption *self;

  g_return_val_if_fail (key != NULL && *key != '\0', NULL);

  self = g_object_new (TRANCHE_TYPE_ADOPTION, NULL);
  self->key = g_strdup (key);
  if (amount != NULL)
    self->amount = *amount;

  return self;
}

const char *
tranche_adoption_get_key (TrancheAdoption *self)
{
  g_return_val_if_fail (TRANCHE_IS_ADOPTION (self), NULL);

  return self->key;
}

const TrancheMoney *
tranche_adoption_get_amount (TrancheAdoption *self)
{
  g_return_val_if_fail (TRANCHE_IS_ADOPTION (self), NULL);

  return &self->amount;
}

TrancheAdoptionState
tranche_adoption_get_state (TrancheAdoption *self)
{
  g_return_val_if_fail (TRANCHE_IS_ADOPTION (self), TRANCHE_ADOPTION_WAITING);

  return self->state;
}

TrancheOrder *
tranche_adoption_get_order (TrancheAdoption *self)
{
  g_return_val_if_fail (TRANCHE_IS_ADOPTION (self), NULL);

  return self->order;
}

const GError *
tranche_adoption_get_error (TrancheAdoption *self)
{
  g_return_val_if_fail (TRANCHE_IS_ADOPTION (self), NULL);

  return self->error;
}

static void
set_state (TrancheAdoption      *self,
           TrancheAdoptionState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
tranche_adoption_begin (TrancheAdoption *self)
{
  g_return_if_fail (TRANCHE_IS_ADOPTION (self));

  g_clear_error (&self->error);
  set_state (self, TRANCHE_ADOPTION_ASKING);
}

void
tranche_adoption_succeed (TrancheAdoption *self,
                          TrancheOrder    *order,
                          gboolean         known)
{
  g_return_if_fail (TRANCHE_IS_ADOPTION (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  g_set_object (&self->order, order);
  set_state (self, known ? TRANCHE_ADOPTION_KNOWN : TRANCHE_ADOPTION_ADDED);
}

void
tranche_adoption_fail (TrancheAdoption *self,
                       const GError    *error)
{
  g_return_if_fail (TRANCHE_IS_ADOPTION (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    set_state (self, TRANCHE_ADOPTION_STOPPED);
    return;
  }

  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  set_state (self, g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND)
                     ? TRANCHE_ADOPTION_NOT_FOUND : TRANCHE_ADOPTION_FAILED);
}
