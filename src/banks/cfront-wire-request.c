/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-request.h"

#include <string.h>

#include "banks/cfront-phone.h"
#include "core/json-writer.h"

/* The other one is INTERNET. */
#define CHANNEL "STORE"

static GBytes *
finish (TrancheJsonWriter *writer)
{
  char *text = tranche_json_writer_finish (writer);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
is_set (const char *text)
{
  return text && *text;
}

static void
write_text (TrancheJsonWriter *writer,
            const char        *name,
            const char        *text)
{
  if (!is_set (text))
    return;

  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_string (writer, text);
}

static void
write_money (TrancheJsonWriter  *writer,
             const char         *name,
             const TrancheMoney *amount)
{
  if (!tranche_money_is_set (amount))
    return;

  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_money (writer, amount);
}

static void
write_invoice (TrancheJsonWriter *writer,
               const TrancheSale *sale)
{
  tranche_json_writer_add_name (writer, "invoice");
  tranche_json_writer_begin_object (writer);
  write_text (writer, "number", sale->invoice_number);
  write_text (writer, "date", sale->invoice_date);
  write_text (writer, "source", CHANNEL);
  write_text (writer, "point_id", sale->point_code);
  tranche_json_writer_end_object (writer);
}

static void
write_programs (TrancheJsonWriter *writer,
                TrancheOrderDraft *draft)
{
  tranche_json_writer_add_name (writer, "available_programs");
  tranche_json_writer_begin_array (writer);
  tranche_json_writer_begin_object (writer);
  write_text (writer, "type", tranche_order_draft_get_product_code (draft));
  tranche_json_writer_add_name (writer, "available_parts_count");
  tranche_json_writer_begin_array (writer);
  tranche_json_writer_add_integer (writer, tranche_order_draft_get_sale (draft)->parts);
  tranche_json_writer_end_array (writer);
  tranche_json_writer_end_object (writer);
  tranche_json_writer_end_array (writer);
}

static void
write_products (TrancheJsonWriter *writer,
                GPtrArray         *items)
{
  tranche_json_writer_add_name (writer, "products");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < items->len; i++) {
    tranche_json_writer_begin_object (writer);
    write_text (writer, "name", tranche_order_item_get_name (items->pdata[i]));
    tranche_json_writer_add_name (writer, "count");
    tranche_json_writer_add_integer (writer, tranche_order_item_get_quantity (items->pdata[i]));
    write_money (writer, "sum", tranche_order_item_get_price (items->pdata[i]));
    tranche_json_writer_end_object (writer);
  }
  tranche_json_writer_end_array (writer);
}

static void
write_additional_params (TrancheJsonWriter  *writer,
                         const char         *seller_phone,
                         const TrancheMoney *first_payment)
{
  gboolean pays_first = tranche_money_is_set (first_payment) && first_payment->minor > 0;

  if (!seller_phone && !pays_first)
    return;

  tranche_json_writer_add_name (writer, "additional_params");
  tranche_json_writer_begin_object (writer);
  write_text (writer, "seller_phone", seller_phone);
  if (pays_first)
    write_money (writer, "ext_initial_sum", first_payment);
  tranche_json_writer_end_object (writer);
}

GBytes *
tranche_cfront_write_create (TrancheAccount    *account,
                             TrancheOrderDraft *draft)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();
  const TrancheAgreement *agreement = tranche_account_get_agreement (account);
  const TrancheCustomer *customer = tranche_order_draft_get_customer (draft);
  const TrancheSale *sale = tranche_order_draft_get_sale (draft);
  g_autofree char *phone = tranche_cfront_phone (customer->phone);
  g_autofree char *seller_phone = tranche_cfront_phone (agreement->seller_phone);

  tranche_json_writer_begin_object (writer);
  write_text (writer, "store_order_id", tranche_order_draft_get_number (draft));
  write_text (writer, "client_phone", phone);
  write_money (writer, "total_sum", tranche_order_draft_get_sum (draft));
  write_invoice (writer, sale);
  write_programs (writer, draft);
  write_products (writer, tranche_order_draft_get_items (draft));
  write_text (writer, "result_callback", tranche_order_draft_get_webhook_url (draft));
  write_additional_params (writer, seller_phone, &sale->first_payment);
  tranche_json_writer_end_object (writer);

  return finish (writer);
}

static GBytes *
write_single (const char *name,
              const char *text)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  write_text (writer, name, text);
  tranche_json_writer_end_object (writer);

  return finish (writer);
}

GBytes *
tranche_cfront_write_order (const char *order_id)
{
  return write_single ("order_id", order_id);
}

GBytes *
tranche_cfront_write_letter (const char *order_id,
                             const char *invoice_number,
                             const char *invoice_date)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  write_text (writer, "order_id", order_id);
  if (is_set (invoice_number) || is_set (invoice_date)) {
    tranche_json_writer_add_name (writer, "invoice");
    tranche_json_writer_begin_object (writer);
    write_text (writer, "number", invoice_number);
    write_text (writer, "date", invoice_date);
    tranche_json_writer_end_object (writer);
  }
  tranche_json_writer_end_object (writer);

  return finish (writer);
}

GBytes *
tranche_cfront_write_return (const char               *order_id,
                             const TrancheGoodsReturn *goods_return)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  write_text (writer, "order_id", order_id);
  write_money (writer, "sum", &goods_return->amount);
  write_text (writer, "store_return_id", goods_return->id);
  tranche_json_writer_add_name (writer, "return_money_to_card");
  tranche_json_writer_add_boolean (writer, goods_return->to_card);
  tranche_json_writer_end_object (writer);

  return finish (writer);
}

GBytes *
tranche_cfront_write_phone (const char *phone)
{
  return write_single ("phone", phone);
}

GBytes *
tranche_cfront_write_report (const char *date)
{
  return write_single ("date", date);
}
