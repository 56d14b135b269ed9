/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/connection.h"

struct _TrancheConnection {
  GObject parent_instance;

  TrancheAccount *account;
  TrancheConnectionState state;
  TrancheBank *bank;
  TrancheCallbackState callback_state;
  char *callback_url;
};

enum {
  PROP_0,
  PROP_ACCOUNT,
  PROP_STATE,
  PROP_BANK,
  PROP_CALLBACK_STATE,
  PROP_CALLBACK_URL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (TrancheConnectionState, tranche_connection_state,
                    G_DEFINE_ENUM_VALUE (TRANCHE_CONNECTION_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CONNECTION_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CONNECTION_NO_SECRET, "no-secret"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CONNECTION_KEYRING_LOCKED, "keyring-locked"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CONNECTION_NO_KEYRING, "no-keyring"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CONNECTION_REFUSED, "refused"))

G_DEFINE_ENUM_TYPE (TrancheCallbackState, tranche_callback_state,
                    G_DEFINE_ENUM_VALUE (TRANCHE_CALLBACK_OFF, "off"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CALLBACK_LISTENING, "listening"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CALLBACK_BAD_ADDRESS, "bad-address"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CALLBACK_BAD_INTERFACE, "bad-interface"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CALLBACK_PORT_IN_USE, "port-in-use"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CALLBACK_PORT_DENIED, "port-denied"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_CALLBACK_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (TrancheConnection, tranche_connection, G_TYPE_OBJECT)

static void
tranche_connection_dispose (GObject *object)
{
  TrancheConnection *self = TRANCHE_CONNECTION (object);

  g_clear_object (&self->account);
  g_clear_object (&self->bank);

  G_OBJECT_CLASS (tranche_connection_parent_class)->dispose (object);
}

static void
tranche_connection_finalize (GObject *object)
{
  TrancheConnection *self = TRANCHE_CONNECTION (object);

  g_free (self->callback_url);

  G_OBJECT_CLASS (tranche_connection_parent_class)->finalize (object);
}

static void
tranche_connection_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheConnection *self = TRANCHE_CONNECTION (object);

  switch (prop_id) {
  case PROP_ACCOUNT:
    g_value_set_object (value, self->account);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_BANK:
    g_value_set_object (value, self->bank);
    break;
  case PROP_CALLBACK_STATE:
    g_value_set_enum (value, self->callback_state);
    break;
  case PROP_CALLBACK_URL:
    g_value_set_string (value, self->callback_url);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_connection_class_init (TrancheConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_connection_dispose;
  object_class->finalize = tranche_connection_finalize;
  object_class->get_property = tranche_connection_get_property;

  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, TRANCHE_TYPE_ACCOUNT,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, TRANCHE_TYPE_CONNECTION_STATE,
                       TRANCHE_CONNECTION_OPENING,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BANK] =
    g_param_spec_object ("bank", NULL, NULL, TRANCHE_TYPE_BANK,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CALLBACK_STATE] =
    g_param_spec_enum ("callback-state", NULL, NULL, TRANCHE_TYPE_CALLBACK_STATE,
                       TRANCHE_CALLBACK_OFF,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CALLBACK_URL] =
    g_param_spec_string ("callback-url", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_connection_init (TrancheConnection *self)
{
}

TrancheConnection *
tranche_connection_new (TrancheAccount *account)
{
  TrancheConnection *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (account), NULL);

  self = g_object_new (TRANCHE_TYPE_CONNECTION, NULL);
  self->account = g_object_ref (account);

  return self;
}

TrancheAccount *
tranche_connection_get_account (TrancheConnection *self)
{
  g_return_val_if_fail (TRANCHE_IS_CONNECTION (self), NULL);

  return self->account;
}

void
tranche_connection_set_account (TrancheConnection *self,
                                TrancheAccount    *account)
{
  g_return_if_fail (TRANCHE_IS_CONNECTION (self));
  g_return_if_fail (TRANCHE_IS_ACCOUNT (account));

  if (g_set_object (&self->account, account))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

TrancheConnectionState
tranche_connection_get_state (TrancheConnection *self)
{
  g_return_val_if_fail (TRANCHE_IS_CONNECTION (self), TRANCHE_CONNECTION_OPENING);

  return self->state;
}

void
tranche_connection_set_state (TrancheConnection      *self,
                              TrancheConnectionState  state)
{
  g_return_if_fail (TRANCHE_IS_CONNECTION (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

TrancheBank *
tranche_connection_get_bank (TrancheConnection *self)
{
  g_return_val_if_fail (TRANCHE_IS_CONNECTION (self), NULL);

  return self->bank;
}

void
tranche_connection_set_bank (TrancheConnection *self,
                             TrancheBank       *bank)
{
  g_return_if_fail (TRANCHE_IS_CONNECTION (self));
  g_return_if_fail (bank == NULL || TRANCHE_IS_BANK (bank));

  if (g_set_object (&self->bank, bank))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BANK]);
}

TrancheCallbackState
tranche_connection_get_callback_state (TrancheConnection *self)
{
  g_return_val_if_fail (TRANCHE_IS_CONNECTION (self), TRANCHE_CALLBACK_OFF);

  return self->callback_state;
}

const char *
tranche_connection_get_callback_url (TrancheConnection *self)
{
  g_return_val_if_fail (TRANCHE_IS_CONNECTION (self), NULL);

  return self->callback_url;
}

void
tranche_connection_set_callbacks (TrancheConnection    *self,
                                  TrancheCallbackState  state,
                                  const char           *url)
{
  g_return_if_fail (TRANCHE_IS_CONNECTION (self));
  g_return_if_fail ((state == TRANCHE_CALLBACK_LISTENING) == (url != NULL));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->callback_state != state) {
    self->callback_state = state;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALLBACK_STATE]);
  }
  if (g_set_str (&self->callback_url, url))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALLBACK_URL]);
  g_object_thaw_notify (G_OBJECT (self));
}
