/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-request.h"

#include <string.h>

#include "core/json-writer.h"

#define ORDERS_PATH "/api/partners/v2/orders/"

static void
write_text (TrancheJsonWriter *writer,
            const char        *name,
            const char        *text)
{
  if (!text || !*text)
    return;

  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_string (writer, text);
}

static void
write_item (TrancheJsonWriter *writer,
            TrancheOrderItem  *item)
{
  tranche_json_writer_begin_object (writer);
  write_text (writer, "name", tranche_order_item_get_name (item));
  tranche_json_writer_add_name (writer, "quantity");
  tranche_json_writer_add_integer (writer, tranche_order_item_get_quantity (item));
  tranche_json_writer_add_name (writer, "price");
  tranche_json_writer_add_money (writer, tranche_order_item_get_price (item));
  write_text (writer, "category", tranche_order_item_get_category (item));
  write_text (writer, "vendorCode", tranche_order_item_get_vendor_code (item));
  tranche_json_writer_end_object (writer);
}

static gboolean
is_set (const char *text)
{
  return text && *text;
}

static void
write_name (TrancheJsonWriter     *writer,
            const TrancheCustomer *customer)
{
  if (!is_set (customer->last_name) && !is_set (customer->first_name) &&
      !is_set (customer->middle_name))
    return;

  tranche_json_writer_add_name (writer, "fio");
  tranche_json_writer_begin_object (writer);
  write_text (writer, "lastName", customer->last_name);
  write_text (writer, "firstName", customer->first_name);
  write_text (writer, "middleName", customer->middle_name);
  tranche_json_writer_end_object (writer);
}

static void
write_customer (TrancheJsonWriter     *writer,
                const TrancheCustomer *customer)
{
  if (!is_set (customer->last_name) && !is_set (customer->first_name) &&
      !is_set (customer->middle_name) && !is_set (customer->phone) && !is_set (customer->email))
    return;

  tranche_json_writer_add_name (writer, "values");
  tranche_json_writer_begin_object (writer);
  tranche_json_writer_add_name (writer, "contact");
  tranche_json_writer_begin_object (writer);
  write_name (writer, customer);
  write_text (writer, "mobilePhone", customer->phone);
  write_text (writer, "email", customer->email);
  tranche_json_writer_end_object (writer);
  tranche_json_writer_end_object (writer);
}

GBytes *
tranche_tbank_write_create (TrancheAccount    *account,
                            TrancheOrderDraft *draft)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();
  GPtrArray *items = tranche_order_draft_get_items (draft);
  char *text;

  tranche_json_writer_begin_object (writer);
  write_text (writer, "shopId", tranche_account_get_shop_id (account));
  write_text (writer, "showcaseId", tranche_account_get_showcase_id (account));
  tranche_json_writer_add_name (writer, "sum");
  tranche_json_writer_add_money (writer, tranche_order_draft_get_sum (draft));

  tranche_json_writer_add_name (writer, "items");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < items->len; i++)
    write_item (writer, items->pdata[i]);
  tranche_json_writer_end_array (writer);

  write_text (writer, "orderNumber", tranche_order_draft_get_number (draft));
  write_text (writer, "promoCode", tranche_order_draft_get_product_code (draft));
  write_text (writer, "webhookURL", tranche_order_draft_get_webhook_url (draft));
  write_text (writer, "successURL", tranche_order_draft_get_success_url (draft));
  write_text (writer, "failURL", tranche_order_draft_get_fail_url (draft));
  write_text (writer, "returnURL", tranche_order_draft_get_return_url (draft));
  if (tranche_account_get_demo (account)) {
    write_text (writer, "demoFlow", tranche_order_draft_get_demo_flow (draft));
    write_text (writer, "initialStage", tranche_order_draft_get_initial_stage (draft));
  }
  write_customer (writer, tranche_order_draft_get_customer (draft));
  tranche_json_writer_end_object (writer);

  text = tranche_json_writer_finish (writer);

  return g_bytes_new_take (text, strlen (text));
}

const char *
tranche_tbank_create_path (gboolean demo)
{
  return demo ? ORDERS_PATH "create-demo" : ORDERS_PATH "create";
}

char *
tranche_tbank_order_path (const char *number,
                          const char *method)
{
  g_autofree char *segment = g_uri_escape_string (number, NULL, FALSE);

  return g_strconcat (ORDERS_PATH, segment, "/", method, NULL);
}
