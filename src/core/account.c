/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/account.h"

#include <string.h>

#define DEFAULT_RATE 25

struct _TrancheAccount
{
  GObject parent_instance;

  char *id;
  char *bank;
  char *name;
  char *base_url;
  char *currency;
  char *shop_id;
  char *showcase_id;
  gboolean demo;
  gboolean auto_commit;
  guint rate;
  GPtrArray *products; /* (element-type TrancheProduct) */
};

enum {
  PROP_0,
  PROP_ID,
  PROP_BANK,
  PROP_NAME,
  PROP_BASE_URL,
  PROP_CURRENCY,
  PROP_SHOP_ID,
  PROP_SHOWCASE_ID,
  PROP_DEMO,
  PROP_AUTO_COMMIT,
  PROP_RATE,
  PROP_PRODUCTS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheAccount, tranche_account, G_TYPE_OBJECT)

static void
tranche_account_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrancheAccount *self = TRANCHE_ACCOUNT (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_BANK:
      g_value_set_string (value, self->bank);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_BASE_URL:
      g_value_set_string (value, self->base_url);
      break;
    case PROP_CURRENCY:
      g_value_set_string (value, self->currency);
      break;
    case PROP_SHOP_ID:
      g_value_set_string (value, self->shop_id);
      break;
    case PROP_SHOWCASE_ID:
      g_value_set_string (value, self->showcase_id);
      break;
    case PROP_DEMO:
      g_value_set_boolean (value, self->demo);
      break;
    case PROP_AUTO_COMMIT:
      g_value_set_boolean (value, self->auto_commit);
      break;
    case PROP_RATE:
      g_value_set_uint (value, self->rate);
      break;
    case PROP_PRODUCTS:
      g_value_set_boxed (value, self->products);
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

  switch (property_id)
    {
    case PROP_ID:
      tranche_account_set_id (self, g_value_get_string (value));
      break;
    case PROP_BANK:
      self->bank = g_value_dup_string (value);
      break;
    case PROP_NAME:
      tranche_account_set_name (self, g_value_get_string (value));
      break;
    case PROP_BASE_URL:
      tranche_account_set_base_url (self, g_value_get_string (value));
      break;
    case PROP_CURRENCY:
      tranche_account_set_currency (self, g_value_get_string (value));
      break;
    case PROP_SHOP_ID:
      tranche_account_set_shop_id (self, g_value_get_string (value));
      break;
    case PROP_SHOWCASE_ID:
      tranche_account_set_showcase_id (self, g_value_get_string (value));
      break;
    case PROP_DEMO:
      tranche_account_set_demo (self, g_value_get_boolean (value));
      break;
    case PROP_AUTO_COMMIT:
      tranche_account_set_auto_commit (self, g_value_get_boolean (value));
      break;
    case PROP_RATE:
      tranche_account_set_rate (self, g_value_get_uint (value));
      break;
    case PROP_PRODUCTS:
      tranche_account_set_products (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tranche_account_finalize (GObject *object)
{
  TrancheAccount *self = TRANCHE_ACCOUNT (object);

  g_free (self->id);
  g_free (self->bank);
  g_free (self->name);
  g_free (self->base_url);
  g_free (self->currency);
  g_free (self->shop_id);
  g_free (self->showcase_id);
  g_ptr_array_unref (self->products);

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

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_BANK] =
    g_param_spec_string ("bank", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, flags);
  properties[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, NULL, flags);
  properties[PROP_SHOP_ID] = g_param_spec_string ("shop-id", NULL, NULL, NULL, flags);
  properties[PROP_SHOWCASE_ID] = g_param_spec_string ("showcase-id", NULL, NULL, NULL, flags);
  properties[PROP_DEMO] = g_param_spec_boolean ("demo", NULL, NULL, FALSE, flags);
  properties[PROP_AUTO_COMMIT] = g_param_spec_boolean ("auto-commit", NULL, NULL, FALSE, flags);
  properties[PROP_RATE] =
    g_param_spec_uint ("rate", NULL, NULL, 1, G_MAXUINT, DEFAULT_RATE, flags);
  properties[PROP_PRODUCTS] =
    g_param_spec_boxed ("products", NULL, NULL, G_TYPE_PTR_ARRAY, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_account_init (TrancheAccount *self)
{
  self->id = g_uuid_string_random ();
  self->rate = DEFAULT_RATE;
  self->products = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);
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
                       "id", self->id,
                       "bank", self->bank,
                       "name", self->name,
                       "base-url", self->base_url,
                       "currency", self->currency,
                       "shop-id", self->shop_id,
                       "showcase-id", self->showcase_id,
                       "demo", self->demo,
                       "auto-commit", self->auto_commit,
                       "rate", self->rate,
                       "products", self->products,
                       NULL);
}

static void
set_string (TrancheAccount  *self,
            char           **field,
            const char      *text,
            guint            property_id)
{
  if (g_set_str (field, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

const char *
tranche_account_get_bank (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->bank;
}

const char *
tranche_account_get_id (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->id;
}

void
tranche_account_set_id (TrancheAccount *self,
                        const char     *id)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));
  g_return_if_fail (id != NULL);

  set_string (self, &self->id, id, PROP_ID);
}

const char *
tranche_account_get_name (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->name;
}

void
tranche_account_set_name (TrancheAccount *self,
                          const char     *name)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  set_string (self, &self->name, name, PROP_NAME);
}

const char *
tranche_account_get_base_url (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->base_url;
}

void
tranche_account_set_base_url (TrancheAccount *self,
                              const char     *base_url)
{
  g_autofree char *plain = NULL;

  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  if (base_url != NULL)
    {
      gsize length = strlen (base_url);

      while (length > 0 && base_url[length - 1] == '/')
        length--;
      plain = g_strndup (base_url, length);
    }

  set_string (self, &self->base_url, plain, PROP_BASE_URL);
}

const char *
tranche_account_get_currency (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->currency;
}

void
tranche_account_set_currency (TrancheAccount *self,
                              const char     *currency)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  set_string (self, &self->currency, currency, PROP_CURRENCY);
}

const char *
tranche_account_get_shop_id (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->shop_id;
}

void
tranche_account_set_shop_id (TrancheAccount *self,
                             const char     *shop_id)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  set_string (self, &self->shop_id, shop_id, PROP_SHOP_ID);
}

const char *
tranche_account_get_showcase_id (TrancheAccount *self)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  return self->showcase_id;
}

void
tranche_account_set_showcase_id (TrancheAccount *self,
                                 const char     *showcase_id)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (self));

  set_string (self, &self->showcase_id, showcase_id, PROP_SHOWCASE_ID);
}

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

  for (guint i = 0; i < a->len; i++)
    {
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

TrancheProduct *
tranche_account_find_product (TrancheAccount *self,
                              const char     *code)
{
  g_return_val_if_fail (TRANCHE_IS_ACCOUNT (self), NULL);

  for (guint i = 0; i < self->products->len; i++)
    {
      TrancheProduct *product = g_ptr_array_index (self->products, i);

      if (g_strcmp0 (product->code, code) == 0)
        return product;
    }

  return NULL;
}
