/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-engine-private.h"

/* Questions under way on a lane, whether they wait for their turn or for their
 * answer: at 25 a second and 400 ms each ten are at the bank, and a few more have
 * to stand ready for the next turns. */
#define MAX_ASKING 16

typedef struct {
  TrancheLiveEngine *self;
  TrancheWatch *watch;
  TrancheLiveLane *lane; /* lanes live as long as the object */
  GCancellable *cancellable;
} Question;

static void
question_free (Question *question)
{
  question->lane->n_asking--;
  tranche_watch_unref (question->watch);
  g_object_unref (question->cancellable);
  g_object_unref (question->self);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
learn_failure (Question     *question,
               const GError *error)
{
  TrancheLiveEngine *self = question->self;
  TrancheWatch *watch = question->watch;
  gint64 now = tranche_live_engine_get_now (self);

  if (error->domain != TRANCHE_BANK_ERROR) {
    watch->n_failures++;
    tranche_live_engine_leave_refresh (self, watch);
    return;
  }

  switch ((TrancheBankError) error->code) {
  case TRANCHE_BANK_ERROR_RATE_LIMITED:
    tranche_live_lane_obey (question->lane, now, tranche_bank_error_get_retry_after (error));
    watch->asked_at = 0;
    break;
  case TRANCHE_BANK_ERROR_AUTHENTICATION:
  case TRANCHE_BANK_ERROR_CREDENTIALS:
    /* The connection's state closes the lane, until the account is mended. */
    tranche_live_engine_leave_refresh (self, watch);
    watch->asked_at = 0;
    break;
  case TRANCHE_BANK_ERROR_NETWORK:
  case TRANCHE_BANK_ERROR_TLS:
  case TRANCHE_BANK_ERROR_TIMEOUT:
  case TRANCHE_BANK_ERROR_SERVER:
  case TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME:
    tranche_live_lane_back_off (question->lane, now, watch->asked_at,
                                tranche_live_clock_get_random (&self->clock));
    tranche_live_engine_leave_refresh (self, watch);
    watch->n_failures++;
    break;
  case TRANCHE_BANK_ERROR_FORBIDDEN:
  case TRANCHE_BANK_ERROR_NOT_FOUND:
  case TRANCHE_BANK_ERROR_CONFLICT:
  case TRANCHE_BANK_ERROR_VALIDATION:
  case TRANCHE_BANK_ERROR_PROTOCOL:
  case TRANCHE_BANK_ERROR_NOT_SUPPORTED:
  default:
    tranche_live_lane_succeed (question->lane);
    tranche_live_engine_leave_refresh (self, watch);
    watch->n_failures++;
  }
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  TrancheLiveEngine *self = question->self;
  TrancheWatch *watch = question->watch;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, &error);

  if (g_cancellable_is_cancelled (question->cancellable))
    return;

  watch->asking = FALSE;
  tranche_live_engine_queue_wake (self);

  if (order != NULL) {
    tranche_live_lane_succeed (question->lane);
    watch->n_failures = 0;
    tranche_watch_set_order (watch, order);
    tranche_live_engine_leave_refresh (self, watch);
  } else {
    learn_failure (question, error);
  }

  if (!watch->dropped)
    tranche_live_engine_schedule (self, watch);
}

static void
ask (TrancheLiveEngine *self,
     TrancheLiveLane   *lane,
     TrancheWatch      *watch)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->watch = tranche_watch_ref (watch);
  question->lane = lane;
  question->cancellable = g_object_ref (self->running);

  tranche_watch_leave (watch);
  watch->asking = TRUE;
  watch->asked_at = tranche_live_engine_get_now (self);
  lane->n_asking++;

  tranche_operations_refresh_async (self->operations, watch->order, TRANCHE_PRIORITY_POLL,
                                    self->running, answered_cb, question);
}

/* An order that a person is working on is left alone until that is over. */
static gboolean
skip_busy (TrancheLiveEngine *self,
           TrancheWatch      *watch)
{
  if (!tranche_operations_is_busy (self->operations, watch->id) ||
      tranche_operations_is_unsettled (self->operations, watch->id))
    return FALSE;

  tranche_live_engine_leave_refresh (self, watch);
  watch->asked_at = tranche_live_engine_get_now (self);
  tranche_live_engine_schedule (self, watch);

  return TRUE;
}

void
tranche_live_engine_serve_lane (TrancheLiveEngine *self,
                                TrancheLiveLane   *lane,
                                gint64             now)
{
  TrancheWatch *watch = tranche_watch_heap_peek (lane->ready);

  if (watch == NULL || now < lane->paused_until || !tranche_live_engine_is_usable (self, watch))
    return;

  lane->obeying = FALSE;

  while (lane->n_asking < MAX_ASKING && (watch = tranche_watch_heap_peek (lane->ready)) != NULL) {
    g_autoptr (TrancheWatch) held = tranche_watch_ref (watch);

    if (!skip_busy (self, held))
      ask (self, lane, held);
  }
}
