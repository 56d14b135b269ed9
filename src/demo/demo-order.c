/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-order.h"

#define DAY_USEC ((gint64) TRANCHE_DEMO_DAY * G_USEC_PER_SEC)

/* Interest of a credit in hundredths of a per cent of the sum and month. */
#define MONTHLY_INTEREST 160

G_DEFINE_QUARK (tranche-demo-error-quark, tranche_demo_error)

static const char *const status_words[] = {
  [TRANCHE_DEMO_STATUS_NEW] = "new",
  [TRANCHE_DEMO_STATUS_INPROGRESS] = "inprogress",
  [TRANCHE_DEMO_STATUS_APPROVED] = "approved",
  [TRANCHE_DEMO_STATUS_SIGNED] = "signed",
  [TRANCHE_DEMO_STATUS_CANCELED] = "canceled",
  [TRANCHE_DEMO_STATUS_REJECTED] = "rejected",
};

TrancheDemoOrder *
tranche_demo_order_new (const char             *id,
                        gboolean                demo,
                        TrancheDemoApplication *application,
                        TrancheDemoCustomer    *customer,
                        gint64                  created_at)
{
  TrancheDemoOrder *self = g_new0 (TrancheDemoOrder, 1);

  self->id = g_strdup (id);
  self->number = g_strdup (application->number ? application->number : id);
  self->demo = demo;
  self->application = application;
  self->customer = customer;
  self->created_at = created_at;
  self->expires_at = created_at + TRANCHE_DEMO_OPEN_DAYS * DAY_USEC;

  return self;
}

void
tranche_demo_order_free (TrancheDemoOrder *self)
{
  g_free (self->id);
  g_free (self->number);
  tranche_demo_application_free (self->application);
  tranche_demo_customer_free (self->customer);
  g_free (self);
}

const char *
tranche_demo_order_status_word (const TrancheDemoOrder *self)
{
  return status_words[self->status];
}

static gboolean
is_with_customer (const TrancheDemoOrder *self)
{
  return self->status == TRANCHE_DEMO_STATUS_NEW ||
         self->status == TRANCHE_DEMO_STATUS_INPROGRESS ||
         self->status == TRANCHE_DEMO_STATUS_APPROVED;
}

gboolean
tranche_demo_order_is_cooling (const TrancheDemoOrder *self,
                               gint64                  now)
{
  return self->status == TRANCHE_DEMO_STATUS_SIGNED &&
         !self->committed &&
         self->cooling_until > now;
}

static gint64
divide_up (gint64 dividend,
           gint64 divisor)
{
  return (dividend + divisor - 1) / divisor;
}

/* The offer that the customer takes. For an installment the shop pays the
 * interest: it gets less than the goods cost, and the customer pays just that. */
static void
make_offer (TrancheDemoOrder *self)
{
  const TrancheDemoProduct *product = self->application->product;
  const char *currency = self->application->sum.currency;
  gint64 sum = self->application->sum.minor;
  gint64 term = self->customer->term;
  gint64 granted = sum - (sum * product->discount + 5000) / 10000;
  gint64 owed = sum;

  if (product->months == 0)
    owed += sum * MONTHLY_INTEREST * term / 10000;

  self->confirmed = TRUE;
  self->approved = TRUE;
  self->first_payment = tranche_money (0, currency);
  self->credit_amount = tranche_money (granted, currency);
  self->transfer_amount = tranche_money (granted, currency);
  self->monthly_payment = tranche_money (divide_up (owed, term), currency);
}

static void
sign (TrancheDemoOrder *self,
      gint64            cooling_until,
      gint64            at)
{
  self->status = TRANCHE_DEMO_STATUS_SIGNED;
  self->signed_at = at;
  self->cooling_until = cooling_until;
  self->expires_at = at + TRANCHE_DEMO_COMMIT_DAYS * DAY_USEC;
}

static void
commit (TrancheDemoOrder *self)
{
  self->committed = TRUE;
  self->n_commits++;
}

gboolean
tranche_demo_order_may (const TrancheDemoOrder *self,
                        TrancheDemoAct          act,
                        gint64                  now)
{
  gboolean is_signed = self->status == TRANCHE_DEMO_STATUS_SIGNED && !self->committed;

  switch (act) {
  case TRANCHE_DEMO_ACT_CONFIRM:
    return self->status == TRANCHE_DEMO_STATUS_NEW;

  case TRANCHE_DEMO_ACT_APPROVE:
    return self->status == TRANCHE_DEMO_STATUS_NEW ||
           self->status == TRANCHE_DEMO_STATUS_INPROGRESS;

  case TRANCHE_DEMO_ACT_APPOINT:
    return is_with_customer (self) && !self->appointed;

  case TRANCHE_DEMO_ACT_SIGN:
  case TRANCHE_DEMO_ACT_REJECT:
    return is_with_customer (self);

  case TRANCHE_DEMO_ACT_CANCEL:
    return is_with_customer (self) || tranche_demo_order_is_cooling (self, now);

  case TRANCHE_DEMO_ACT_LAPSE:
    return is_with_customer (self) || is_signed;

  case TRANCHE_DEMO_ACT_END_COOLING:
    return tranche_demo_order_is_cooling (self, now);

  default:
    g_return_val_if_reached (FALSE);
  }
}

/* @act must be possible. */
static void
do_act (TrancheDemoOrder *self,
        TrancheDemoAct    act,
        gint64            cooling_until,
        gint64            at)
{
  switch (act) {
  case TRANCHE_DEMO_ACT_CONFIRM:
    self->confirmed = TRUE;
    self->status = TRANCHE_DEMO_STATUS_INPROGRESS;
    break;

  case TRANCHE_DEMO_ACT_APPROVE:
  case TRANCHE_DEMO_ACT_APPOINT:
    make_offer (self);
    self->status = TRANCHE_DEMO_STATUS_APPROVED;
    self->appointed = act == TRANCHE_DEMO_ACT_APPOINT;
    break;

  case TRANCHE_DEMO_ACT_SIGN:
    make_offer (self);
    sign (self, cooling_until, at);
    break;

  case TRANCHE_DEMO_ACT_REJECT:
    self->status = TRANCHE_DEMO_STATUS_REJECTED;
    break;

  case TRANCHE_DEMO_ACT_CANCEL:
  case TRANCHE_DEMO_ACT_LAPSE:
    self->status = TRANCHE_DEMO_STATUS_CANCELED;
    break;

  case TRANCHE_DEMO_ACT_END_COOLING:
    self->cooling_until = at;
    break;

  default:
    g_return_if_reached ();
  }
}

/* What the bank does by itself until @now, between two acts. */
static void
pass_time (TrancheDemoOrder *self,
           gint64            now)
{
  if (self->auto_commit &&
      self->status == TRANCHE_DEMO_STATUS_SIGNED &&
      !self->committed &&
      self->cooling_until <= now)
    commit (self);

  if (self->expires_at <= now && tranche_demo_order_may (self, TRANCHE_DEMO_ACT_LAPSE, now))
    do_act (self, TRANCHE_DEMO_ACT_LAPSE, 0, now);
}

void
tranche_demo_order_advance (TrancheDemoOrder *self,
                            gint64            now)
{
  GArray *steps = self->customer->steps;

  while (self->next_step < steps->len) {
    const TrancheDemoStep *step = &g_array_index (steps, TrancheDemoStep, self->next_step);

    if (step->at > now)
      break;

    pass_time (self, step->at);
    if (tranche_demo_order_may (self, step->act, step->at))
      do_act (self, step->act, step->cooling_until, step->at);
    self->next_step++;
  }

  pass_time (self, now);
}

gboolean
tranche_demo_order_act (TrancheDemoOrder  *self,
                        TrancheDemoAct     act,
                        gint64             cooling_until,
                        gint64             now,
                        GError           **error)
{
  if (!tranche_demo_order_may (self, act, now)) {
    g_set_error (error, TRANCHE_DEMO_ERROR, TRANCHE_DEMO_ERROR_CONFLICT,
                 "Заявка в статусе %s", tranche_demo_order_status_word (self));
    return FALSE;
  }

  self->next_step = self->customer->steps->len;
  do_act (self, act, cooling_until, now);
  pass_time (self, now);

  return TRUE;
}

gboolean
tranche_demo_order_commit (TrancheDemoOrder  *self,
                           gint64             now,
                           GError           **error)
{
  const char *refusal = NULL;

  if (self->status != TRANCHE_DEMO_STATUS_SIGNED)
    refusal = "Подтвердить можно только подписанную заявку";
  else if (self->committed)
    refusal = "Заявка уже подтверждена";
  else if (tranche_demo_order_is_cooling (self, now))
    refusal = "Период охлаждения еще не закончился";

  if (refusal) {
    g_set_error_literal (error, TRANCHE_DEMO_ERROR, TRANCHE_DEMO_ERROR_CONFLICT, refusal);
    return FALSE;
  }

  commit (self);

  return TRUE;
}

gboolean
tranche_demo_order_cancel (TrancheDemoOrder  *self,
                           gint64             now,
                           GError           **error)
{
  const char *refusal = NULL;

  if (self->demo && self->status == TRANCHE_DEMO_STATUS_NEW) {
    g_set_error_literal (error, TRANCHE_DEMO_ERROR, TRANCHE_DEMO_ERROR_FORBIDDEN,
                         "Запрещено отменять эту заявку");
    return FALSE;
  }

  if (self->status == TRANCHE_DEMO_STATUS_CANCELED)
    refusal = "Заявка уже отменена";
  else if (self->status == TRANCHE_DEMO_STATUS_REJECTED)
    refusal = "По заявке пришел отказ";
  else if (self->committed)
    refusal = "Заявка подтверждена, оформите возврат";
  else if (self->auto_commit && self->status == TRANCHE_DEMO_STATUS_SIGNED)
    refusal = "Заявка подписана и подтвердится автоматически, оформите возврат";

  if (refusal) {
    g_set_error_literal (error, TRANCHE_DEMO_ERROR, TRANCHE_DEMO_ERROR_CONFLICT, refusal);
    return FALSE;
  }

  self->status = TRANCHE_DEMO_STATUS_CANCELED;
  self->n_cancels++;

  return TRUE;
}
