/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-order.h"

#include "demo/demo-bank.h"

/* Delays vary by this much of themselves, either way. */
#define UNEVENNESS 0.3

typedef struct {
  TrancheDemoCfrontState state;
  gint64 at;
} Step;

G_DEFINE_QUARK (tranche-demo-cfront-error-quark, tranche_demo_cfront_error)

static const char *const act_nicks[] = {
  [TRANCHE_DEMO_CFRONT_ACT_APPROVE] = "approve",
  [TRANCHE_DEMO_CFRONT_ACT_REJECT] = "reject",
  [TRANCHE_DEMO_CFRONT_ACT_REFUSE] = "refuse",
  [TRANCHE_DEMO_CFRONT_ACT_LAPSE] = "lapse",
  [TRANCHE_DEMO_CFRONT_ACT_REPAY] = "repay",
};

gboolean
tranche_demo_cfront_act_from_nick (const char           *nick,
                                   TrancheDemoCfrontAct *act)
{
  for (gsize i = 0; i < G_N_ELEMENTS (act_nicks); i++) {
    if (g_str_equal (act_nicks[i], nick)) {
      *act = (TrancheDemoCfrontAct) i;
      return TRUE;
    }
  }

  return FALSE;
}

static void
return_free (TrancheDemoCfrontReturn *self)
{
  g_free (self->id);
  g_free (self);
}

static void
plan_steps (TrancheDemoCfrontOrder *self,
            GRand                  *random,
            gint64                  now,
            gint64                  pause)
{
  gint64 at = self->created_at + pause * G_USEC_PER_SEC;

  for (guint i = 0; i < self->path->n_steps; i++) {
    double stretch = g_rand_double_range (random, 1 - UNEVENNESS, 1 + UNEVENNESS);
    Step step = { .state = self->path->steps[i].state };

    at += (gint64) ((double) (self->path->steps[i].after * G_USEC_PER_SEC) * stretch);
    step.at = tranche_demo_clock_fold (&self->clock, at, now);
    g_array_append_val (self->steps, step);
  }

  self->expires_at = tranche_demo_clock_fold (
    &self->clock, self->created_at + TRANCHE_DEMO_CFRONT_OFFER_TIME * G_USEC_PER_SEC, now);
}

TrancheDemoCfrontOrder *
tranche_demo_cfront_order_new (TrancheDemoCfrontApplication *application,
                               const TrancheDemoCfrontPath  *path,
                               const TrancheDemoClock       *clock,
                               GRand                        *random,
                               gint64                        created_at,
                               gint64                        now,
                               gint64                        pause)
{
  TrancheDemoCfrontOrder *self = g_new0 (TrancheDemoCfrontOrder, 1);
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local_usec (created_at);

  self->id = tranche_demo_bank_make_id (random, FALSE);
  self->application = application;
  self->path = path;
  self->person = tranche_demo_cfront_person_new (application->phone);
  self->parts = g_array_index (application->parts, guint,
                               g_rand_int_range (random, 0, application->parts->len));
  self->contract = g_strdup_printf ("КД-%04d-%06d", g_date_time_get_year (day),
                                    g_rand_int_range (random, 0, 1000000));
  self->created_at = created_at;
  self->state = TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT;
  self->returns = g_ptr_array_new_with_free_func ((GDestroyNotify) return_free);
  self->returned = tranche_money (0, application->sum.currency);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  self->clock = *clock;
  plan_steps (self, random, now, pause);

  return self;
}

void
tranche_demo_cfront_order_free (TrancheDemoCfrontOrder *self)
{
  g_free (self->id);
  tranche_demo_cfront_application_free (self->application);
  tranche_demo_cfront_person_free (self->person);
  g_free (self->contract);
  g_ptr_array_unref (self->returns);
  g_array_unref (self->steps);
  g_free (self);
}

void
tranche_demo_cfront_order_set_changed (TrancheDemoCfrontOrder   *self,
                                       TrancheDemoCfrontChanged  changed,
                                       gpointer                  user_data)
{
  self->changed = changed;
  self->user_data = user_data;
}

static void
set_state (TrancheDemoCfrontOrder *self,
           TrancheDemoCfrontState  state,
           gint64                  at)
{
  self->state = state;

  if (self->agreed_at == 0 && (state == TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM ||
                               state == TRANCHE_DEMO_CFRONT_ACTIVE))
    self->agreed_at = at;

  if (state == TRANCHE_DEMO_CFRONT_ACTIVE) {
    self->confirmed_at = at;
    if (self->path->repaid_after > 0 && !self->left_alone)
      self->repaid_at = at + (gint64) ((double) (self->path->repaid_after * G_USEC_PER_SEC) /
                                       self->clock.speed);
  }

  if (self->changed)
    self->changed (self, self->user_data);
}

/* Whether nobody but the customer is waited for. */
static gboolean
is_offered (const TrancheDemoCfrontOrder *self)
{
  return self->state == TRANCHE_DEMO_CFRONT_ADDED ||
         self->state == TRANCHE_DEMO_CFRONT_CHECKED ||
         self->state == TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT ||
         self->state == TRANCHE_DEMO_CFRONT_UNDOCUMENTED;
}

/* NULL where nothing is to come. */
static const Step *
get_step (const TrancheDemoCfrontOrder *self)
{
  if (self->left_alone || self->next_step == self->steps->len)
    return NULL;

  return &g_array_index (self->steps, Step, self->next_step);
}

gint64
tranche_demo_cfront_order_next_at (const TrancheDemoCfrontOrder *self)
{
  const Step *step = get_step (self);

  if (self->state == TRANCHE_DEMO_CFRONT_ACTIVE)
    return self->repaid_at;
  if (!tranche_demo_cfront_state_is_open (self->state))
    return 0;
  if (!is_offered (self))
    return step ? step->at : 0;

  return step ? MIN (step->at, self->expires_at) : self->expires_at;
}

void
tranche_demo_cfront_order_advance (TrancheDemoCfrontOrder *self,
                                   gint64                  now)
{
  gint64 at;

  while ((at = tranche_demo_cfront_order_next_at (self)) > 0 && at <= now) {
    const Step *step = get_step (self);

    if (self->state == TRANCHE_DEMO_CFRONT_ACTIVE) {
      set_state (self, TRANCHE_DEMO_CFRONT_DONE, at);
    } else if (step && step->at == at) {
      self->next_step++;
      set_state (self, step->state, at);
    } else {
      set_state (self, TRANCHE_DEMO_CFRONT_CLIENT_PUSH_TIMEOUT, at);
    }
  }
}

void
tranche_demo_cfront_order_leave_alone (TrancheDemoCfrontOrder *self)
{
  self->left_alone = TRUE;
  self->repaid_at = 0;
}

gboolean
tranche_demo_cfront_order_act (TrancheDemoCfrontOrder  *self,
                               TrancheDemoCfrontAct     act,
                               gint64                   now,
                               GError                 **error)
{
  const TrancheDemoCfrontState results[] = {
    [TRANCHE_DEMO_CFRONT_ACT_APPROVE] = TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM,
    [TRANCHE_DEMO_CFRONT_ACT_REJECT] = TRANCHE_DEMO_CFRONT_REJECTED_BY_CLIENT,
    [TRANCHE_DEMO_CFRONT_ACT_REFUSE] = TRANCHE_DEMO_CFRONT_RESTRICTED_BY_RISKS,
    [TRANCHE_DEMO_CFRONT_ACT_LAPSE] = TRANCHE_DEMO_CFRONT_CLIENT_PUSH_TIMEOUT,
    [TRANCHE_DEMO_CFRONT_ACT_REPAY] = TRANCHE_DEMO_CFRONT_DONE,
  };
  gboolean may;

  tranche_demo_cfront_order_advance (self, now);
  if (act == TRANCHE_DEMO_CFRONT_ACT_REPAY)
    may = self->state == TRANCHE_DEMO_CFRONT_ACTIVE;
  else
    may = is_offered (self);

  if (!may) {
    g_set_error_literal (error, TRANCHE_DEMO_CFRONT_ERROR, TRANCHE_DEMO_CFRONT_ERROR_STATE,
                         "Not in this state of the order");
    return FALSE;
  }

  self->left_alone = TRUE;
  set_state (self, results[act], now);

  return TRUE;
}

static void
refuse_in_state (const TrancheDemoCfrontOrder *self,
                 const char                   *what,
                 GError                      **error)
{
  g_set_error (error, TRANCHE_DEMO_CFRONT_ERROR, TRANCHE_DEMO_CFRONT_ERROR_STATE,
               "%s: заявка у статусі %s/%s", what,
               tranche_demo_cfront_state_general (self->state),
               tranche_demo_cfront_state_word (self->state));
}

gboolean
tranche_demo_cfront_order_confirm (TrancheDemoCfrontOrder  *self,
                                   gint64                   now,
                                   GError                 **error)
{
  tranche_demo_cfront_order_advance (self, now);

  if (self->state != TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM) {
    refuse_in_state (self, "Підтвердити видачу товару неможливо", error);
    return FALSE;
  }

  self->n_confirms++;
  set_state (self, TRANCHE_DEMO_CFRONT_ACTIVE, now);

  return TRUE;
}

gboolean
tranche_demo_cfront_order_reject (TrancheDemoCfrontOrder  *self,
                                  gint64                   now,
                                  GError                 **error)
{
  tranche_demo_cfront_order_advance (self, now);

  if (!tranche_demo_cfront_state_is_open (self->state)) {
    refuse_in_state (self, "Скасувати заявку неможливо", error);
    return FALSE;
  }

  self->n_rejects++;
  set_state (self, TRANCHE_DEMO_CFRONT_REJECTED_BY_STORE, now);

  return TRUE;
}

TrancheMoney
tranche_demo_cfront_order_get_left (const TrancheDemoCfrontOrder *self)
{
  return tranche_money (self->application->sum.minor - self->returned.minor,
                        self->application->sum.currency);
}

gboolean
tranche_demo_cfront_order_has_contract (const TrancheDemoCfrontOrder *self)
{
  return self->state == TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM ||
         tranche_demo_cfront_state_is_success (self->state);
}

gboolean
tranche_demo_cfront_order_can_return_to_card (const TrancheDemoCfrontOrder *self)
{
  return tranche_demo_cfront_state_is_success (self->state) &&
         self->state != TRANCHE_DEMO_CFRONT_RETURNED && !self->path->card_closed;
}

static const TrancheDemoCfrontReturn *
find_return (const TrancheDemoCfrontOrder *self,
             const char                   *id)
{
  for (guint i = 0; i < self->returns->len; i++) {
    const TrancheDemoCfrontReturn *known = g_ptr_array_index (self->returns, i);

    if (g_str_equal (known->id, id))
      return known;
  }

  return NULL;
}

static gboolean
check_return (const TrancheDemoCfrontOrder  *self,
              const TrancheMoney            *sum,
              gboolean                       to_card,
              GError                       **error)
{
  TrancheMoney left = tranche_demo_cfront_order_get_left (self);

  if (!tranche_demo_cfront_state_is_success (self->state) ||
      self->state == TRANCHE_DEMO_CFRONT_RETURNED) {
    refuse_in_state (self, "Повернення неможливе", error);
    return FALSE;
  }

  if (sum->minor > left.minor) {
    g_autofree char *text = tranche_money_to_decimal (&left);

    g_set_error (error, TRANCHE_DEMO_CFRONT_ERROR, TRANCHE_DEMO_CFRONT_ERROR_REQUEST,
                 "Сума повернення перевищує залишок %s грн", text);
    return FALSE;
  }

  if (to_card && !tranche_demo_cfront_order_can_return_to_card (self)) {
    g_set_error_literal (error, TRANCHE_DEMO_CFRONT_ERROR, TRANCHE_DEMO_CFRONT_ERROR_REQUEST,
                         "Повернути кошти на картку неможливо: картку клієнта закрито");
    return FALSE;
  }

  return TRUE;
}

gboolean
tranche_demo_cfront_order_return (TrancheDemoCfrontOrder  *self,
                                  const char              *id,
                                  const TrancheMoney      *sum,
                                  gboolean                 to_card,
                                  gint64                   now,
                                  GError                 **error)
{
  const TrancheDemoCfrontReturn *known = find_return (self, id);
  TrancheDemoCfrontReturn *entry;

  tranche_demo_cfront_order_advance (self, now);

  if (known && tranche_money_equal (&known->sum, sum))
    return TRUE;

  if (known) {
    g_set_error (error, TRANCHE_DEMO_CFRONT_ERROR, TRANCHE_DEMO_CFRONT_ERROR_REQUEST,
                 "Повернення %s вже оформлено на іншу суму", id);
    return FALSE;
  }

  if (!check_return (self, sum, to_card, error))
    return FALSE;

  entry = g_new0 (TrancheDemoCfrontReturn, 1);
  entry->id = g_strdup (id);
  entry->sum = *sum;
  entry->at = now;
  g_ptr_array_add (self->returns, entry);
  self->returned.minor += sum->minor;
  if (self->returned.minor == self->application->sum.minor)
    set_state (self, TRANCHE_DEMO_CFRONT_RETURNED, now);

  return TRUE;
}
