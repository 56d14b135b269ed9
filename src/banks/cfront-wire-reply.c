/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-reply.h"

#include <string.h>

#include "banks/cfront-field.h"
#include "banks/cfront-stage.h"

/* The older specification's limit of an order_id, in bytes. */
#define MAX_ORDER_ID 100

typedef struct {
  char *order_id;
  char *state;
  char *sub_state;
} Answer;

static void
answer_clear (Answer *answer)
{
  g_free (answer->order_id);
  g_free (answer->state);
  g_free (answer->sub_state);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* These decide what the shop does, so that no word may be taken for another. */
static void
read_word (TrancheJsonReader *reader,
           char             **out)
{
  if (*out) {
    tranche_json_reader_fail (reader, NULL, "there only once");
    return;
  }

  switch ((int) tranche_json_reader_peek (reader)) {
  case TRANCHE_JSON_STRING:
  case TRANCHE_JSON_NUMBER:
  case TRANCHE_JSON_NULL:
    *out = tranche_cfront_take_text (reader);
    break;
  default:
    tranche_json_reader_fail (reader, NULL, "a text");
    break;
  }
}

static void
read_answer (TrancheJsonReader *reader,
             Answer            *answer)
{
  const char *name;

  if (!tranche_json_reader_enter_object (reader))
    return;

  while ((name = tranche_json_reader_next_member (reader))) {
    if (g_str_equal (name, "order_id"))
      read_word (reader, &answer->order_id);
    else if (g_str_equal (name, "state"))
      read_word (reader, &answer->state);
    else if (g_str_equal (name, "order_sub_state"))
      read_word (reader, &answer->sub_state);
  }

  if (answer->order_id && strlen (answer->order_id) > MAX_ORDER_ID)
    tranche_json_reader_fail (reader, "order_id", "of a sensible length");
}

static TrancheOrder *
make_order (Answer    *answer,
            GBytes    *body,
            GDateTime *now)
{
  TrancheOrder *order = tranche_order_new ();
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  tranche_order_set_bank_order_id (order, answer->order_id);
  tranche_order_set_raw_answer (order, text);
  tranche_order_set_checked_at (order, now);

  return order;
}

TrancheOrder *
tranche_cfront_read_created (GBytes     *body,
                             GDateTime  *now,
                             GError    **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_auto (Answer) answer = { NULL, };
  TrancheOrder *order;

  read_answer (reader, &answer);
  if (!answer.order_id)
    tranche_json_reader_fail (reader, "order_id", "there");
  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  order = make_order (&answer, body, now);
  tranche_order_set_stage (order, TRANCHE_STAGE_WAITING);

  return order;
}

TrancheOrder *
tranche_cfront_read_state (GBytes     *body,
                           GDateTime  *now,
                           GError    **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_auto (Answer) answer = { NULL, };
  g_autofree char *raw_state = NULL;
  TrancheReason reason;
  TrancheOrder *order;

  read_answer (reader, &answer);
  if (!answer.state && !answer.sub_state)
    tranche_json_reader_fail (reader, "state", "there");
  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  order = make_order (&answer, body, now);
  tranche_order_set_stage (order, tranche_cfront_stage (answer.state, answer.sub_state, &reason));
  tranche_order_set_reason (order, reason);
  if (answer.state && answer.sub_state)
    raw_state = g_strconcat (answer.state, "/", answer.sub_state, NULL);
  else
    raw_state = g_strdup (answer.state ? answer.state : answer.sub_state);
  tranche_order_set_raw_state (order, raw_state);

  return order;
}

TranchePayoutState
tranche_cfront_payout_state (TrancheOrder *order)
{
  switch ((int) tranche_order_get_stage (order)) {
  case TRANCHE_STAGE_COMMITTED:
    return TRANCHE_PAYOUT_DUE;
  case TRANCHE_STAGE_CLOSED:
  case TRANCHE_STAGE_RETURNED:
    return TRANCHE_PAYOUT_PAID;
  default:
    return TRANCHE_PAYOUT_NOT_COMMITTED;
  }
}

TranchePayout *
tranche_cfront_read_paid (GBytes        *body,
                          TrancheOrder  *order,
                          GError       **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  TranchePayoutState state = tranche_cfront_payout_state (order);
  gboolean says_paid = FALSE;
  gboolean says_card = FALSE;
  gboolean fully_paid = FALSE;
  gboolean to_card = FALSE;
  TranchePayout *payout;
  const char *name;

  if (tranche_json_reader_enter_object (reader))
    while ((name = tranche_json_reader_next_member (reader))) {
      if (g_str_equal (name, "fully_paid"))
        says_paid = tranche_cfront_take_boolean (reader, &fully_paid);
      else if (g_str_equal (name, "bank_can_return_money_to_card"))
        says_card = tranche_cfront_take_boolean (reader, &to_card);
    }

  if (!says_paid && !says_card)
    tranche_json_reader_fail (reader, "fully_paid", "there");
  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  if (state == TRANCHE_PAYOUT_DUE && says_paid && fully_paid)
    state = TRANCHE_PAYOUT_PAID;
  payout = tranche_payout_new (state, NULL, order);
  if (says_paid)
    tranche_payout_set_fully_paid (payout, fully_paid);
  if (says_card)
    tranche_payout_set_return_to_card (payout, to_card);

  return payout;
}

gboolean
tranche_cfront_read_return (GBytes  *body,
                            GError **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autofree char *status = NULL;
  const char *name;

  if (tranche_json_reader_enter_object (reader))
    while ((name = tranche_json_reader_next_member (reader)))
      if (g_str_equal (name, "status"))
        read_word (reader, &status);

  if (!status || g_ascii_strcasecmp (status, "OK") != 0)
    tranche_json_reader_fail (reader, "status", "OK");

  return tranche_json_reader_finish (reader, error);
}
