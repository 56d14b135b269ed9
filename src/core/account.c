/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/account.h"

#include <string.h>

#define DEFAULT_RATE 25

enum {
  PROP_0,
  PROP_ID,
  PROP_BANK,
  PROP_NAME,
  PROP_BASE_URL,
  PROP_CURRENCY,
  PROP_SHOP_ID,
  PROP_SHOWCASE_ID,
  N_STRING_PROPS,
  PROP_DEMO = N_STRING_PROPS,
  PROP_AUTO_COMMIT,
  PROP_ASK_HANDOVER,
  PROP_PAYOUT_DAYS,
  PROP_RATE,
  PROP_PRODUCTS,
  PROP_AGREEMENT,
  N_PROPS
};

struct _TrancheAccount {
  GObject parent_instance;

  char *strings[N_STRING_PROPS];
  gboolean demo;
  gboolean auto_commit;
  gboolean ask_handover;
  guint payout_days;
  guint rate;
  GPtrArray *products; /* (element-type TrancheProduct) */
  TrancheAgreement *agreement;
};

static const char *const string_names[N_STRING_PROPS] = {
  [PROP_ID] = "id",
  [PROP_BANK] = "bank",
  [PROP_NAME] = "name",
  [PROP_BASE_URL] = "base-url",
  [PROP_CURRENCY] = "currency",
  [PROP_SHOP_ID] = "shop-id",
  [PROP_SHOWCASE_ID] = "showcase-id",
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheAccount, tranche_account, G_TYPE_OBJECT)

/* An address that ends in a slash would get a second one before each path. */
static char *
dup_without_slash (const char *url)
{
  gsize length = strlen (url);

  while (length > 0 && url[length - 1] == '/')
    length--;

  return g_strndup (url, length);
}

static void
set_string (TrancheAccount *self,
            guint           property_id,
            const char     *text)
{
  g_autofree char *plain = NULL;

  if (property_id == PROP_BASE_URL && text != NULL)
    text = plain = dup_without_slash (text);

  if (g_set_str (&self->strings[property_id], text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

static void
tranche_account_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrancheAccount *self = TRANCHE_ACCOUNT (object);

  switch (property_id) {
  case PROP_ID ... PROP_SHOWCASE_ID:
    g_value_set_string (value, self->strings[property_id]);
    break;
  case PROP_DEMO:
    g_value_set_boolean (value, self->demo);
    break;
  case PROP_AUTO_COMMIT:
    g_value_set_boolean (value, self->auto_commit);
    break;
  case PROP_ASK_HANDOVER:
    g_value_set_boolean (value, self->ask_handover);
    break;
  case PROP_PAYOUT_DAYS:
    g_value_set_uint (value, self->payout_days);
    break;
  case PROP_RATE:
    g_value_set_uint (value, self->rate);
    break;
  case PROP_PRODUCTS:
    g_value_set_boxed (value, self->products);
    break;
  case PROP_AGREEMENT:
    g_value_set_boxed (value, self->agreement);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
tranche_account_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrancheAccount *self = TRANCHE_ACCOUNT (object);

  switch (property_id) {
  case PROP_ID ... PROP_SHOWCASE_ID:
    set_string (self, property_id, g_value_get_string (value));
    break;
  case PROP_DEMO:
    tranche_account_set_demo (self, g_value_get_boolean (value));
    break;
  case PROP_AUTO_COMMIT:
    tranche_account_set_auto_commit (self, g_value_get_boolean (value));
    break;
  case PROP_ASK_HANDOVER:
    tranche_account_set_ask_handover (self, g_value_get_boolean (value));
    break;
  case PROP_PAYOUT_DAYS:
    tranche_account_set_payout_days (self, g_value_get_uint (value));
    break;
  case PROP_RATE:
    tranche_account_set_rate (self, g_value_get_uint (value));
    break;
  case PROP_PRODUCTS:
    tranche_account_set_products (self, g_value_get_boxed (value));
    break;
  case PROP_AGREEMENT:
    tranche_account_set_agreement (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
tranche_account_finalize (GObject *object)
{
  TrancheAccount *self = TRANCHE_ACCOUNT (object);

  for (guint i = PROP_ID; i < N_STRING_PROPS; i++)
    g_free (self->strings[i]);
  g_ptr_array_unref (self->products);
  tranche_agreement_free (self->agreement);

  G_OBJECT_CLASS (tranche_account_parent_class)->finalize (object);
}

static void
tranche_account_class_init (TrancheAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_account_get_property;
  object_class->set_property = tranche_account_set_property;
  object_class->finalize = tranche_account_finalize;

  for (guint i = PROP_ID; i < N_STRING_PROPS; i++)
    properties[i] = g_param_spec_string (string_names[i], NULL, NULL, NULL,
                                         i == PROP_BANK ? flags | G_PARAM_CONSTRUCT_ONLY : flags);

  properties[PROP_DEMO] = g_param_spec_boolean ("demo", NULL, NULL, FALSE, flags);
  properties[PROP_AUTO_COMMIT] = g_param_spec_boolean ("auto-commit", NULL, NULL, FALSE, flags);
  properties[PROP_ASK_HANDOVER] = g_param_spec_boolean ("ask-handover", NULL, NULL, TRUE, flags);
  properties[PROP_PAYOUT_DAYS] =
    g_param_spec_uint ("payout-days", NULL, NULL, 0, TRANCHE_ACCOUNT_MAX_PAYOUT_DAYS, 0, flags);
  properties[PROP_RATE] =
    g_param_spec_uint ("rate", NULL, NULL, 1, G_MAXUINT, DEFAULT_RATE, flags);
  properties[PROP_PRODUCTS] =
    g_param_spec_boxed ("products", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  properties[PROP_AGREEMENT] =
    g_param_spec_boxed ("agreement", NULL, NULL, TRANCHE_TYPE_AGREEMENT, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_account_init (TrancheAccount *self)
{
  self->strings[PROP_ID] = g_uuid_string_random ();
  self->ask_handover = TRUE;
  self->rate = DEFAULT_RATE;
  self->products = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);
  self->agreement = tranche_agreement_new ();
}

TrancheAccount *
tranche_account_new (const char *bank)
{
  g_return_val_if_fail (bank != NULL, NULL);

  return g_object_new (TRANCHE_TYPE_ACCOUNT, "bank", bank, NULL);
}

TrancheAccount *
tranche_account_copy (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return g_object_new (TRANCHE_TYPE_ACCOUNT,
                       "id", self->strings[PROP_ID],
                       "bank", self->strings[PROP_BANK],
                       "name", self->strings[PROP_NAME],
                       "base-url", self->strings[PROP_BASE_URL],
                       "currency", self->strings[PROP_CURRENCY],
                       "shop-id", self->strings[PROP_SHOP_ID],
                       "showcase-id", self->strings[PROP_SHOWCASE_ID],
                       "demo", self->demo,
                       "auto-commit", self->auto_commit,
                       "ask-handover", self->ask_handover,
                       "payout-days", self->payout_days,
                       "rate", self->rate,
                       "products", self->products,
                       "agreement", self->agreement,
                       NULL);
}

#define DEFINE_STRING_GETTER(name, property_id)                       \
const char *                                                          \
tranche_account_get_##name (TrancheAccount *self)                     \
{                                                                     \
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);             \
                                                                      \
  return self->strings[property_id];                                  \
}

#define DEFINE_STRING_SETTER(name, property_id)                       \
void                                                                  \
tranche_account_set_##name (TrancheAccount *self,                     \
                            const char     *text)                     \
{                                                                     \
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));                       \
                                                                      \
  set_string (self, property_id, text);                               \
}

DEFINE_STRING_GETTER (id, PROP_ID)
DEFINE_STRING_SETTER (id, PROP_ID)
DEFINE_STRING_GETTER (bank, PROP_BANK)
DEFINE_STRING_GETTER (name, PROP_NAME)
DEFINE_STRING_SETTER (name, PROP_NAME)
DEFINE_STRING_GETTER (base_url, PROP_BASE_URL)
DEFINE_STRING_SETTER (base_url, PROP_BASE_URL)
DEFINE_STRING_GETTER (currency, PROP_CURRENCY)
DEFINE_STRING_SETTER (currency, PROP_CURRENCY)
DEFINE_STRING_GETTER (shop_id, PROP_SHOP_ID)
DEFINE_STRING_SETTER (shop_id, PROP_SHOP_ID)
DEFINE_STRING_GETTER (showcase_id, PROP_SHOWCASE_ID)
DEFINE_STRING_SETTER (showcase_id, PROP_SHOWCASE_ID)

gboolean
tranche_account_get_demo (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), FALSE);

  return self->demo;
}

void
tranche_account_set_demo (TrancheAccount *self,
                          gboolean        demo)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  demo = !!demo;
  if (self->demo == demo)
    return;

  self->demo = demo;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEMO]);
}

gboolean
tranche_account_get_auto_commit (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), FALSE);

  return self->auto_commit;
}

void
tranche_account_set_auto_commit (TrancheAccount *self,
                                 gboolean        auto_commit)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  auto_commit = !!auto_commit;
  if (self->auto_commit == auto_commit)
    return;

  self->auto_commit = auto_commit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTO_COMMIT]);
}

gboolean
tranche_account_get_ask_handover (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), TRUE);

  return self->ask_handover;
}

void
tranche_account_set_ask_handover (TrancheAccount *self,
                                  gboolean        ask_handover)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  ask_handover = !!ask_handover;
  if (self->ask_handover == ask_handover)
    return;

  self->ask_handover = ask_handover;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASK_HANDOVER]);
}

guint
tranche_account_get_payout_days (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), 0);

  return self->payout_days;
}

void
tranche_account_set_payout_days (TrancheAccount *self,
                                 guint           days)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));
  g_return_if_fail (days <= TRANCHE_ACCOUNT_MAX_PAYOUT_DAYS);

  if (self->payout_days == days)
    return;

  self->payout_days = days;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAYOUT_DAYS]);
}

guint
tranche_account_get_rate (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), 0);

  return self->rate;
}

void
tranche_account_set_rate (TrancheAccount *self,
                          guint           rate)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));
  g_return_if_fail (rate > 0);

  if (self->rate == rate)
    return;

  self->rate = rate;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATE]);
}

GPtrArray *
tranche_account_get_products (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->products;
}

static gpointer
copy_product (gconstpointer product,
              gpointer      user_data)
{
  return tranche_product_copy (product);
}

static gboolean
products_equal (GPtrArray *a,
                GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++) {
    if (!tranche_product_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  }

  return TRUE;
}

void
tranche_account_set_products (TrancheAccount *self,
                              GPtrArray      *products)
{
  GPtrArray *copy;

  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));
  g_return_if_fail (products != NULL);

  if (products_equal (self->products, products))
    return;

  copy = g_ptr_array_copy (products, copy_product, NULL);
  g_ptr_array_set_free_func (copy, (GDestroyNotify) tranche_product_free);
  g_ptr_array_unref (self->products);
  self->products = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRODUCTS]);
}

const TrancheAgreement *
tranche_account_get_agreement (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->agreement;
}

void
tranche_account_set_agreement (TrancheAccount         *self,
                               const TrancheAgreement *agreement)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));
  g_return_if_fail (agreement != NULL);

  if (tranche_agreement_equal (self->agreement, agreement))
    return;

  tranche_agreement_free (self->agreement);
  self->agreement = tranche_agreement_copy (agreement);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AGREEMENT]);
}

TrancheProduct *
tranche_account_find_product (TrancheAccount *self,
                              const char     *code)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  for (guint i = 0; i < self->products->len; i++) {
    TrancheProduct *product = g_ptr_array_index (self->products, i);

    if (g_strcmp0 (product->code, code) == 0)
      return product;
  }

  return NULL;
}
