/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how long it takes to make an order of what T-Bank answers, beside what json-glib
 * takes to parse the same bytes. */

#include "sampler.h"

#include "banks/tbank-wire-reply.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdlib.h>

#define RUNS 20
#define REPLIES 5000

static const char reply[] =
  "{\"id\":\"1122-W5D83-3N59L\",\"status\":\"signed\","
  "\"created_at\":\"2025-11-21T10:15:30.123456Z\","
  "\"demo\":false,\"committed\":true,\"first_payment\":0,\"order_amount\":104990.50,"
  "\"credit_amount\":104990.5,\"transfer_amount\":99741.01,"
  "\"product\":\"installment_credit\",\"term\":12,\"monthly_payment\":9871.23,"
  "\"first_name\":\"Иван\",\"last_name\":\"Иванов\",\"middle_name\":\"Иванович\","
  "\"phone\":\"+79998887766\",\"loan_number\":\"5012345678\",\"email\":\"ivan@example.com\","
  "\"appropriate_signing_types\":[\"bank\",\"sms\",\"ses\"],\"signing_type\":\"sms\","
  "\"chosen_bank\":\"Т-Банк\",\"expected_overdue_at\":\"2025-12-05T13:15:30.123+03:00\","
  "\"items\":[{\"name\":\"Смартфон Apple iPhone 15 128 ГБ\",\"quantity\":1,\"price\":100000,"
  "\"category\":\"mobile\",\"vendorCode\":\"12345\"},"
  "{\"name\":\"Чехол силиконовый\",\"quantity\":2,\"price\":2495.25,\"vendorCode\":null}],"
  "\"commit_cooldown\":{\"until\":\"2025-11-21T14:15:30.5Z\"}}";

static void
decode (GBytes    *body,
        GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = tranche_tbank_read_order (body, "RUB", now, &error);

  if (order == NULL)
    g_error ("%s", error->message);
}

static void
parse (GBytes    *body,
       GDateTime *now)
{
  gsize size;
  const char *text = g_bytes_get_data (body, &size);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, text, size, &error))
    g_error ("%s", error->message);
}

static void
measure (const char *figure,
         void     (* func) (GBytes *, GDateTime *),
         GBytes     *body,
         GDateTime  *now,
         guint       n_replies)
{
  gint64 began = sampler_get_work ();

  for (guint i = 0; i < n_replies; i++)
    func (body, now);
  sampler_tell (figure, "µs", (double) (sampler_get_work () - began) / n_replies);
}

int
main (int   argc,
      char *argv[])
{
  guint n_runs = argc > 2 && g_str_equal (argv[1], "--runs") ? MAX (1, atoi (argv[2])) : RUNS;
  g_autoptr (GBytes) body = g_bytes_new_static (reply, sizeof reply - 1);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 22, 0, 0, 0);

  setlocale (LC_ALL, "");
  for (guint i = 0; i < n_runs; i++) {
    measure ("a reply to an order", decode, body, now, REPLIES);
    measure ("json-glib's parse alone", parse, body, now, REPLIES);
  }

  return 0;
}
