/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-created.h"

#include "banks/json-reader.h"
#include "banks/web-address.h"

static void
read_members (TrancheJsonReader *reader,
              TrancheOrder      *order)
{
  const char *name;

  if (!tranche_json_reader_enter_object (reader))
    return;

  while ((name = tranche_json_reader_next_member (reader))) {
    if (g_str_equal (name, "id"))
      tranche_order_set_bank_order_id (order, tranche_json_reader_read_string (reader));
    else if (g_str_equal (name, "link"))
      tranche_order_set_link (order, tranche_json_reader_read_string (reader));
  }
}

TrancheOrder *
tranche_tbank_read_created (GBytes     *body,
                            GDateTime  *now,
                            GError    **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autofree char *text = NULL;
  const char *id;
  const char *link;

  read_members (reader, order);
  id = tranche_order_get_bank_order_id (order);
  link = tranche_order_get_link (order);
  if (!id || !*id)
    tranche_json_reader_fail (reader, "id", "there");
  else if (!link || !tranche_is_web_address (link, FALSE))
    tranche_json_reader_fail (reader, "link", "a web address");
  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  tranche_order_set_raw_answer (order, text);
  tranche_order_set_stage (order, TRANCHE_STAGE_WAITING);
  tranche_order_set_checked_at (order, now);

  return g_steal_pointer (&order);
}
