/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-answer.h"

#include "demo/demo-cfront-terms.h"
#include "demo/demo-member.h"

/* The bank's clock hangs in Kyiv, wherever the demo bank runs. */
static GTimeZone *
make_zone (void)
{
  GTimeZone *zone = g_time_zone_new_identifier ("Europe/Kyiv");

  /* What it was called until 2022. */
  if (!zone)
    zone = g_time_zone_new_identifier ("Europe/Kiev");

  return zone ? zone : g_time_zone_new_local ();
}

char *
tranche_demo_cfront_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GTimeZone) zone = make_zone ();
  g_autoptr (GDateTime) there = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (there, "%Y-%m-%dT%H:%M:%S");
}

char *
tranche_demo_cfront_day (gint64 time)
{
  g_autofree char *text = tranche_demo_cfront_time (time);

  return g_strndup (text, strlen ("yyyy-MM-dd"));
}

static void
write_time (TrancheJsonWriter *writer,
            const char        *name,
            gint64             time)
{
  g_autofree char *text = tranche_demo_cfront_time (time);

  tranche_demo_member_string (writer, name, text);
}

/* Absent members are left out, never null. */
static void
write_known (TrancheJsonWriter *writer,
             const char        *name,
             const char        *text)
{
  if (text)
    tranche_demo_member_string (writer, name, text);
}

static char *
finish (TrancheJsonWriter *writer)
{
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (writer);
}

static TrancheJsonWriter *
begin (void)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);

  return writer;
}

char *
tranche_demo_cfront_created (const TrancheDemoCfrontOrder *order)
{
  TrancheJsonWriter *writer = begin ();

  tranche_demo_member_string (writer, "order_id", order->id);

  return finish (writer);
}

char *
tranche_demo_cfront_state (const TrancheDemoCfrontOrder *order)
{
  TrancheJsonWriter *writer = begin ();

  tranche_demo_member_string (writer, "order_id", order->id);
  tranche_demo_member_string (writer, "state", tranche_demo_cfront_state_general (order->state));
  tranche_demo_member_string (writer, "order_sub_state",
                              tranche_demo_cfront_state_word (order->state));
  write_known (writer, "message", tranche_demo_cfront_state_message (order->state));

  return finish (writer);
}

char *
tranche_demo_cfront_paid (const TrancheDemoCfrontOrder *order)
{
  TrancheJsonWriter *writer = begin ();

  tranche_demo_member_boolean (writer, "fully_paid", order->state == TRANCHE_DEMO_CFRONT_DONE);
  tranche_demo_member_boolean (writer, "bank_can_return_money_to_card",
                               tranche_demo_cfront_order_can_return_to_card (order));

  return finish (writer);
}

static void
write_returns (TrancheJsonWriter            *writer,
               const TrancheDemoCfrontOrder *order)
{
  tranche_json_writer_add_name (writer, "reverse_list");
  tranche_json_writer_begin_array (writer);

  for (guint i = 0; i < order->returns->len; i++) {
    const TrancheDemoCfrontReturn *entry = g_ptr_array_index (order->returns, i);

    tranche_json_writer_begin_object (writer);
    tranche_demo_member_money (writer, "sum", &entry->sum);
    write_time (writer, "timestamp", entry->at);
    tranche_json_writer_end_object (writer);
  }

  tranche_json_writer_end_array (writer);
}

char *
tranche_demo_cfront_data (const TrancheDemoCfrontOrder *order,
                          gboolean                      with_returns)
{
  const TrancheDemoCfrontApplication *application = order->application;
  TrancheJsonWriter *writer = begin ();

  tranche_demo_member_money (writer, "total_sum", &application->sum);
  tranche_demo_member_string (writer, "source", application->source);
  tranche_demo_member_string (writer, "invoice_number", application->invoice_number);
  tranche_demo_member_string (writer, "invoice_date", application->invoice_date);
  write_known (writer, "point_id", application->point_id);
  tranche_demo_member_string (writer, "store_order_id", application->number);
  write_time (writer, "create_timestamp", order->created_at);
  if (with_returns)
    write_returns (writer, order);

  /* The bank tells the shop about the account only once there is a contract. */
  if (tranche_demo_cfront_order_has_contract (order)) {
    tranche_demo_member_string (writer, "maskedCard", order->person->masked_card);
    tranche_demo_member_string (writer, "iban", order->person->iban);
  }

  return finish (writer);
}

char *
tranche_demo_cfront_found (gboolean               found,
                           const TrancheCustomer *client)
{
  TrancheJsonWriter *writer = begin ();

  tranche_demo_member_boolean (writer, "found", found);
  if (client) {
    tranche_json_writer_add_name (writer, "client");
    tranche_json_writer_begin_object (writer);
    tranche_demo_member_string (writer, "first_name", client->first_name);
    tranche_demo_member_string (writer, "last_name", client->last_name);
    tranche_demo_member_string (writer, "middle_name", client->middle_name);
    tranche_demo_member_string (writer, "inn", client->tax_code);
    tranche_json_writer_end_object (writer);
  }

  return finish (writer);
}

static void
write_operation (TrancheJsonWriter            *writer,
                 const TrancheDemoCfrontOrder *order,
                 gint64                        minor,
                 gint64                        at)
{
  TrancheMoney sum = tranche_money (minor, order->application->sum.currency);
  TrancheMoney commission = tranche_demo_cfront_commission (&sum, order->parts);
  TrancheMoney transferred = tranche_money (sum.minor - commission.minor, sum.currency);
  /* Hundredths of a per cent are written as hundredths of a hryvnia are. */
  TrancheMoney percent =
    tranche_money (tranche_demo_cfront_commission_percent (order->parts), sum.currency);

  tranche_json_writer_begin_object (writer);
  tranche_demo_member_string (writer, "order_id", order->id);
  tranche_demo_member_string (writer, "invoice_number", order->application->invoice_number);
  tranche_demo_member_string (writer, "order_date", order->application->invoice_date);
  tranche_demo_member_integer (writer, "pay_parts", order->parts);
  tranche_demo_member_money (writer, "commission_percent", &percent);
  tranche_demo_member_money (writer, "total_sum", &sum);
  tranche_demo_member_money (writer, "transferred_sum", &transferred);
  tranche_demo_member_money (writer, "commission", &commission);
  write_time (writer, "operation_timestamp", at);
  tranche_demo_member_string (writer, "odb_contract_number", order->contract);
  tranche_json_writer_end_object (writer);
}

static gboolean
is_on_day (gint64      time,
           const char *date)
{
  g_autofree char *day = time > 0 ? tranche_demo_cfront_day (time) : NULL;

  return g_strcmp0 (day, date) == 0;
}

static void
write_operations (TrancheJsonWriter            *writer,
                  const TrancheDemoCfrontOrder *order,
                  const char                   *date)
{
  if (is_on_day (order->confirmed_at, date))
    write_operation (writer, order, order->application->sum.minor, order->confirmed_at);

  for (guint i = 0; i < order->returns->len; i++) {
    const TrancheDemoCfrontReturn *entry = g_ptr_array_index (order->returns, i);

    if (is_on_day (entry->at, date))
      write_operation (writer, order, -entry->sum.minor, entry->at);
  }
}

char *
tranche_demo_cfront_report (GPtrArray  *orders,
                            const char *store_id,
                            const char *date)
{
  TrancheJsonWriter *writer = begin ();

  tranche_json_writer_add_name (writer, "orders");
  tranche_json_writer_begin_array (writer);
  for (guint i = 0; i < orders->len; i++) {
    const TrancheDemoCfrontOrder *order = g_ptr_array_index (orders, i);

    if (g_str_equal (order->application->store_id, store_id))
      write_operations (writer, order, date);
  }
  tranche_json_writer_end_array (writer);

  return finish (writer);
}
