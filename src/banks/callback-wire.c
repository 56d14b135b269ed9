/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-wire.h"

#include "banks/json-reader.h"

#define MAX_LENGTH 128

static const struct {
  const char *number;
  const char *bank_order_id;
} members[] = {
  [TRANCHE_CALLBACKS_TBANK] = { "orderNumber", "id" },
  [TRANCHE_CALLBACKS_CFRONT] = { "store_order_id", "order_id" },
};

void
tranche_callback_hint_free (TrancheCallbackHint *self)
{
  g_free (self->number);
  g_free (self->bank_order_id);
  g_free (self);
}

/* No bank's ids and numbers are empty, longer, or on several lines. */
static gboolean
is_name (const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  if (length < 1 || length > MAX_LENGTH)
    return FALSE;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/* What is no text is as good as absent. */
static void
read_name (TrancheJsonReader  *reader,
           char              **name)
{
  const char *text;

  if (tranche_json_reader_peek (reader) != TRANCHE_JSON_STRING)
    return;

  text = tranche_json_reader_read_string (reader);
  if (text && is_name (text))
    g_set_str (name, text);
  else
    tranche_json_reader_fail (reader, NULL, "the name of an order");
}

static void
read_members (TrancheJsonReader      *reader,
              TrancheCallbackDialect  dialect,
              TrancheCallbackHint    *hint)
{
  const char *name;

  if (!tranche_json_reader_enter_object (reader))
    return;

  while ((name = tranche_json_reader_next_member (reader))) {
    if (g_str_equal (name, members[dialect].number))
      read_name (reader, &hint->number);
    else if (g_str_equal (name, members[dialect].bank_order_id))
      read_name (reader, &hint->bank_order_id);
  }

  if (!hint->number && !hint->bank_order_id)
    tranche_json_reader_fail (reader, members[dialect].bank_order_id, "there");
}

TrancheCallbackHint *
tranche_callback_read (TrancheCallbackDialect   dialect,
                       GBytes                  *body,
                       GError                 **error)
{
  g_autoptr (TrancheJsonReader) reader = NULL;
  g_autoptr (TrancheCallbackHint) hint = NULL;

  g_return_val_if_fail (dialect != TRANCHE_CALLBACKS_NONE, NULL);

  reader = tranche_json_reader_new (body);
  hint = g_new0 (TrancheCallbackHint, 1);
  read_members (reader, dialect, hint);
  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  if (dialect == TRANCHE_CALLBACKS_TBANK && !hint->number)
    hint->number = g_strdup (hint->bank_order_id);

  return g_steal_pointer (&hint);
}
