/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-tbank-answer.h"

#include "demo/demo-member.h"

/* For what is left out while it is not known. */
static void
write_known (TrancheJsonWriter *writer,
             const char        *name,
             const char        *text)
{
  if (text)
    tranche_demo_member_string (writer, name, text);
}

static void
write_offer (TrancheJsonWriter      *writer,
             const TrancheDemoOrder *order)
{
  gboolean is_credit = order->application->product->months == 0;

  tranche_demo_member_money (writer, "first_payment", &order->first_payment);
  tranche_demo_member_money (writer, "credit_amount", &order->credit_amount);
  tranche_demo_member_money (writer, "transfer_amount", &order->transfer_amount);
  tranche_demo_member_string (writer, "product", is_credit ? "credit" : "installment_credit");
  tranche_demo_member_integer (writer, "term", order->customer->term);
  tranche_demo_member_money (writer, "monthly_payment", &order->monthly_payment);
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
  if (order->approved) {
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

  for (guint i = 0; i < items->len; i++) {
    TrancheOrderItem *item = g_ptr_array_index (items, i);

    tranche_json_writer_begin_object (writer);
    tranche_demo_member_string (writer, "name", tranche_order_item_get_name (item));
    tranche_demo_member_integer (writer, "quantity", tranche_order_item_get_quantity (item));
    tranche_demo_member_money (writer, "price", tranche_order_item_get_price (item));
    write_known (writer, "category", tranche_order_item_get_category (item));
    /* The bank writes null for an item without one. */
    tranche_demo_member_string (writer, "vendorCode", tranche_order_item_get_vendor_code (item));
    tranche_json_writer_end_object (writer);
  }

  tranche_json_writer_end_array (writer);
}

static void
write_contract (TrancheJsonWriter      *writer,
                const TrancheDemoOrder *order)
{
  if (order->signed_at > 0) {
    tranche_demo_member_string (writer, "loan_number", order->customer->loan_number);
    tranche_demo_member_string (writer, "chosen_bank", order->customer->chosen_bank);
  }

  if (order->signed_at > 0 || order->appointed)
    tranche_demo_member_string (writer, "signing_type", order->customer->signing_type);

  if (order->cooling_until > 0) {
    tranche_json_writer_add_name (writer, "commit_cooldown");
    tranche_json_writer_begin_object (writer);
    tranche_demo_member_time (writer, "until", order->cooling_until);
    tranche_json_writer_end_object (writer);
  }
}

char *
tranche_demo_tbank_created (const TrancheDemoOrder *order,
                            const char             *link)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "id", order->id);
  tranche_demo_member_string (writer, "link", link);
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (g_steal_pointer (&writer));
}

char *
tranche_demo_tbank_answer (const TrancheDemoOrder *order)
{
  g_autoptr (TrancheJsonWriter) writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "id", order->number);
  tranche_demo_member_string (writer, "status", tranche_demo_order_status_word (order));
  tranche_demo_member_time (writer, "created_at", order->created_at);
  tranche_demo_member_boolean (writer, "demo", order->demo);
  tranche_demo_member_boolean (writer, "committed", order->committed);
  tranche_demo_member_money (writer, "order_amount", &order->application->sum);
  if (order->approved)
    write_offer (writer, order);
  if (order->confirmed)
    write_person (writer, order->customer->person);
  write_contract (writer, order);
  write_signing_types (writer, order);
  tranche_demo_member_time (writer, "expected_overdue_at", order->expires_at);
  write_items (writer, order->application->items);
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (g_steal_pointer (&writer));
}
