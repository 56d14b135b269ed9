/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-tbank-answer.h"

#include "core/json-writer.h"

static void
write_string (TrancheJsonWriter *writer,
              const char        *name,
              const char        *text)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_string (writer, text);
}

/* For what is left out while it is not known. */
static void
write_known (TrancheJsonWriter *writer,
             const char        *name,
             const char        *text)
{
  if (text)
    write_string (writer, name, text);
}

static void
write_boolean (TrancheJsonWriter *writer,
               const char        *name,
               gboolean           value)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_boolean (writer, value);
}

static void
write_money (TrancheJsonWriter  *writer,
             const char         *name,
             const TrancheMoney *amount)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_money (writer, amount);
}

static void
write_time (TrancheJsonWriter *writer,
            const char        *name,
            gint64             time)
{
  g_autofree char *text = tranche_demo_time_to_text (time);

  write_string (writer, name, text);
}

static void
write_offer (TrancheJsonWriter      *writer,
             const TrancheDemoOrder *order)
{
  gboolean is_credit = order->application->product->months == 0;

  write_money (writer, "first_payment", &order->first_payment);
  write_money (writer, "credit_amount", &order->credit_amount);
  write_money (writer, "transfer_amount", &order->transfer_amount);
  write_string (writer, "product", is_credit ? "credit" : "installment_credit");
  tranche_json_writer_add_name (writer, "term");
  tranche_json_writer_add_integer (writer, order->customer->term);
  write_money (writer, "monthly_payment", &order->monthly_payment);
}

static void
write_person (TrancheJsonWriter     *writer,
              const TrancheCustomer *person)
{
  write_known (writer, "first_name", person->first_name);
  write_known (writer, "last_name", person->last_name);
  write_known (writer, "middle_name", person->middle_name);
  write_known (writer, "phone", person->phone);
  write_known (writer, "email", person->email);
}

/* Every customer can sign at a meeting; some in another way, too. */
static void
write_signing_types (TrancheJsonWriter      *writer,
                     const TrancheDemoOrder *order)
{
  const char *signing_type = order->customer->signing_type;

  tranche_json_writer_add_name (writer, "appropriate_signing_types");
  tranche_json_writer_begin_array (writer);
  if (order->approved)
    {
      if (!g_str_equal (signing_type, "bank"))
        tranche_json_writer_add_string (writer, signing_type);
      tranche_json_writer_add_string (writer, "bank");
    }
  tranche_json_writer_end_array (writer);
}

static void
write_items (TrancheJsonWriter *writer,
             GPtrArray         *items)
{
  tranche_json_writer_add_name (writer, "items");
  tranche_json_writer_begin_array (writer);

  for (guint i = 0; i < items->len; i++)
    {
      TrancheOrderItem *item = g_ptr_array_index (items, i);

      tranche_json_writer_begin_object (writer);
      write_string (writer, "name", tranche_order_item_get_name (item));
      tranche_json_writer_add_name (writer, "quantity");
      tranche_json_writer_add_integer (writer, tranche_order_item_get_quantity (item));
      write_money (writer, "price", tranche_order_item_get_price (item));
      write_known (writer, "category", tranche_order_item_get_category (item));
      /* The bank writes null for an item without one. */
      write_string (writer, "vendorCode", tranche_order_item_get_vendor_code (item));
      tranche_json_writer_end_object (writer);
    }

  tranche_json_writer_end_array (writer);
}

static void
write_contract (TrancheJsonWriter      *writer,
                const TrancheDemoOrder *order)
{
  if (order->signed_at > 0)
    {
      write_string (writer, "loan_number", order->customer->loan_number);
      write_string (writer, "chosen_bank", order->customer->chosen_bank);
    }

  if (order->signed_at > 0 || order->appointed)
    write_string (writer, "signing_type", order->customer->signing_type);

  if (order->cooling_until > 0)
    {
      tranche_json_writer_add_name (writer, "commit_cooldown");
      tranche_json_writer_begin_object (writer);
      write_time (writer, "until", order->cooling_until);
      tranche_json_writer_end_object (writer);
    }
}

char *
tranche_demo_tbank_created (const TrancheDemoOrder *order,
                            const char             *link)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  write_string (writer, "id", order->id);
  write_string (writer, "link", link);
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (g_steal_pointer (&writer));
}

char *
tranche_demo_tbank_answer (const TrancheDemoOrder *order)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  write_string (writer, "id", order->number);
  write_string (writer, "status", tranche_demo_order_status_word (order));
  write_time (writer, "created_at", order->created_at);
  write_boolean (writer, "demo", order->demo);
  write_boolean (writer, "committed", order->committed);
  write_money (writer, "order_amount", &order->application->sum);
  if (order->approved)
    write_offer (writer, order);
  if (order->confirmed)
    write_person (writer, order->customer->person);
  write_contract (writer, order);
  write_signing_types (writer, order);
  write_time (writer, "expected_overdue_at", order->expires_at);
  write_items (writer, order->application->items);
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (g_steal_pointer (&writer));
}
