/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-validate.h"

#include "demo/demo-customer.h"
#include "demo/demo-fields.h"

/* Lengths of the bank's document, in characters. */
#define MAX_SHOP_ID     50
#define MAX_NUMBER      64
#define MAX_PROMO_CODE  64
#define MAX_ITEM_NAME   255
#define MAX_CATEGORY    255
#define MAX_VENDOR_CODE 64

static char *
read_url (const TrancheDemoFields *fields,
          const char              *name,
          gboolean                 secure)
{
  char *text = tranche_demo_fields_read_string (fields, name, 0, FALSE);
  g_autoptr (GUri) uri = NULL;

  if (!text)
    return NULL;

  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  if (!uri || !g_uri_get_host (uri) || *g_uri_get_host (uri) == '\0' ||
      (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 &&
       (secure || g_strcmp0 (g_uri_get_scheme (uri), "http") != 0)))
    tranche_demo_fields_complain (fields, name,
                                  secure ? "некорректная ссылка, нужен протокол https"
                                         : "некорректная ссылка");

  return text;
}

static void
read_items (const TrancheDemoFields *fields,
            TrancheDemoApplication  *application)
{
  JsonArray *array = tranche_demo_fields_read_array (fields, "items");
  guint length = array ? json_array_get_length (array) : 0;

  if (array && length == 0)
    tranche_demo_refusal_add_error (fields->refusal, "items: список товаров пуст");

  for (guint i = 0; i < length; i++) {
    JsonNode *node = json_array_get_element (array, i);
    g_autofree char *prefix = g_strdup_printf ("items[%u].", i);
    TrancheDemoFields item = { NULL, prefix, fields->refusal };
    g_autofree char *name = NULL;
    g_autofree char *category = NULL;
    g_autofree char *vendor_code = NULL;
    TrancheMoney price;
    gint64 quantity;

    if (!JSON_NODE_HOLDS_OBJECT (node)) {
      tranche_demo_refusal_add_error (fields->refusal, "items[%u]: ожидается объект", i);
      continue;
    }

    item.object = json_node_get_object (node);
    name = tranche_demo_fields_read_string (&item, "name", MAX_ITEM_NAME, TRUE);
    quantity = tranche_demo_fields_read_count (&item, "quantity");
    price = tranche_demo_fields_read_money (&item, "price");
    category = tranche_demo_fields_read_string (&item, "category", MAX_CATEGORY, FALSE);
    vendor_code = tranche_demo_fields_read_string (&item, "vendorCode", MAX_VENDOR_CODE, FALSE);

    if (name && quantity > 0 && tranche_money_is_set (&price))
      g_ptr_array_add (application->items,
                       tranche_order_item_new (name, quantity, &price, category, vendor_code));
  }
}

static void
check_phone (const TrancheDemoFields *fields,
             const char              *phone)
{
  g_autofree char *digits = tranche_phone_to_digits (phone, "RU");

  if (strlen (digits) != 11 || *digits != '7')
    tranche_demo_fields_complain (fields, "mobilePhone", "некорректный номер телефона");
}

static void
check_email (const TrancheDemoFields *fields,
             const char              *email)
{
  const char *at = strchr (email, '@');

  if (!at || at == email || at[1] == '\0' || strchr (at + 1, '@') || strpbrk (email, " \t\r\n"))
    tranche_demo_fields_complain (fields, "email", "некорректный адрес электронной почты");
}

static void
read_customer (const TrancheDemoFields *fields,
               TrancheCustomer         *customer)
{
  TrancheDemoFields values = { NULL, "values.", fields->refusal };
  TrancheDemoFields contact = { NULL, "values.contact.", fields->refusal };
  TrancheDemoFields fio = { NULL, "values.contact.fio.", fields->refusal };

  values.object = tranche_demo_fields_read_object (fields, "values");
  contact.object = tranche_demo_fields_read_object (&values, "contact");
  fio.object = tranche_demo_fields_read_object (&contact, "fio");

  customer->last_name = tranche_demo_fields_read_string (&fio, "lastName", 0, FALSE);
  customer->first_name = tranche_demo_fields_read_string (&fio, "firstName", 0, FALSE);
  customer->middle_name = tranche_demo_fields_read_string (&fio, "middleName", 0, FALSE);
  customer->phone = tranche_demo_fields_read_string (&contact, "mobilePhone", 0, FALSE);
  customer->email = tranche_demo_fields_read_string (&contact, "email", 0, FALSE);

  if (customer->phone)
    check_phone (&contact, customer->phone);
  if (customer->email)
    check_email (&contact, customer->email);
}

static void
read_flow (const TrancheDemoFields *fields,
           TrancheDemoApplication  *application)
{
  application->demo_flow = tranche_demo_fields_read_string (fields, "demoFlow", 0, FALSE);
  application->initial_stage = tranche_demo_fields_read_string (fields, "initialStage", 0, FALSE);

  if (application->demo_flow && !tranche_demo_path_is_flow (application->demo_flow))
    tranche_demo_fields_complain (fields, "demoFlow", "неизвестное значение");
}

static void
check_product (const TrancheDemoFields *fields,
               const char              *promo_code,
               TrancheDemoApplication  *application)
{
  application->product = tranche_demo_product_find (promo_code ? promo_code : "default");
  if (!application->product) {
    tranche_demo_refusal_add_error (fields->refusal, "Продукт %s недоступен", promo_code);
    return;
  }

  if (application->sum.minor < application->product->min_sum)
    tranche_demo_refusal_add_error (fields->refusal,
                                    "Сумма заказа меньше минимальной для продукта: "
                                    "%" G_GINT64_FORMAT,
                                    application->product->min_sum / 100);
  else if (application->sum.minor > application->product->max_sum)
    tranche_demo_refusal_add_error (fields->refusal,
                                    "Сумма заказа больше максимальной для продукта: "
                                    "%" G_GINT64_FORMAT,
                                    application->product->max_sum / 100);
}

static void
check_sum (const TrancheDemoFields *fields,
           TrancheDemoApplication  *application)
{
  TrancheMoney total;

  if (!tranche_order_items_sum (application->items, "RUB", &total, NULL) ||
      !tranche_money_equal (&application->sum, &total))
    tranche_demo_refusal_add_error (fields->refusal,
                                    "Сумма заказа не совпадает с суммой товаров");
}

TrancheDemoApplication *
tranche_demo_validate_create (JsonObject         *body,
                              TrancheDemoRefusal *refusal)
{
  g_autoptr (TrancheDemoApplication) application = tranche_demo_application_new ();
  TrancheDemoFields fields = { body, "", refusal };
  g_autofree char *promo_code = NULL;
  g_autofree char *webhook_url = NULL;

  application->shop_id = tranche_demo_fields_read_string (&fields, "shopId", MAX_SHOP_ID, TRUE);
  application->showcase_id =
    tranche_demo_fields_read_string (&fields, "showcaseId", MAX_SHOP_ID, TRUE);
  application->sum = tranche_demo_fields_read_money (&fields, "sum");
  read_items (&fields, application);
  application->number =
    tranche_demo_fields_read_string (&fields, "orderNumber", MAX_NUMBER, FALSE);
  promo_code = tranche_demo_fields_read_string (&fields, "promoCode", MAX_PROMO_CODE, FALSE);
  webhook_url = read_url (&fields, "webhookURL", TRUE);
  application->success_url = read_url (&fields, "successURL", FALSE);
  application->fail_url = read_url (&fields, "failURL", FALSE);
  application->return_url = read_url (&fields, "returnURL", FALSE);
  read_customer (&fields, application->customer);
  read_flow (&fields, application);

  if (webhook_url && !application->number)
    tranche_demo_refusal_add_error (refusal, "orderNumber: обязательное поле при webhookURL");

  if (!tranche_demo_refusal_is_empty (refusal))
    return NULL;

  check_sum (&fields, application);
  check_product (&fields, promo_code, application);
  if (!tranche_demo_refusal_is_empty (refusal))
    return NULL;

  return g_steal_pointer (&application);
}
