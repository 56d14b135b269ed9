/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-customer.h"

#include "demo/demo-people.h"

#include <glib/gi18n-lib.h>

#define MAX_STEPS 4

struct _TrancheDemoPath {
  const char *name;
  /* In the bank's own list of demoFlow. */
  gboolean is_flow;
  const char *signing_type;
  const char *description;
  /* Each with the seconds since the one before, at speed 1. */
  struct {
    TrancheDemoAct act;
    gint64 after;
  } steps[MAX_STEPS];
  guint n_steps;
  /* The cooling-off period in seconds at speed 1. */
  gint64 cooling;
};

#define CONFIRM { TRANCHE_DEMO_ACT_CONFIRM, 1 * TRANCHE_DEMO_MINUTE }
#define APPROVE { TRANCHE_DEMO_ACT_APPROVE, 4 * TRANCHE_DEMO_MINUTE }
#define APPOINT { TRANCHE_DEMO_ACT_APPOINT, 5 * TRANCHE_DEMO_MINUTE }
#define SIGN(seconds) { TRANCHE_DEMO_ACT_SIGN, (seconds) }

/* How customers behave and how long they take. The index is the last digit of
 * the customer's phone. */
static const TrancheDemoPath paths[] = {
  { "sms", TRUE, "sms", N_("signs with an SMS code"),
    { CONFIRM, APPROVE, SIGN (2 * TRANCHE_DEMO_MINUTE) }, 3, 0 },
  { "ses", TRUE, "ses", N_("signs with Self id"),
    { CONFIRM, APPROVE, SIGN (10 * TRANCHE_DEMO_MINUTE) }, 3, 0 },
  { "appointment", TRUE, "bank", N_("signs at a meeting a day later"),
    { CONFIRM, APPROVE, APPOINT, SIGN (TRANCHE_DEMO_DAY) }, 4, 0 },
  { "appointment-reject", TRUE, "bank", N_("is refused at the meeting"),
    { CONFIRM, APPROVE, APPOINT, { TRANCHE_DEMO_ACT_REJECT, TRANCHE_DEMO_DAY } }, 4, 0 },
  { "reject", TRUE, "sms", N_("is refused by every bank"),
    { CONFIRM, { TRANCHE_DEMO_ACT_REJECT, 3 * TRANCHE_DEMO_MINUTE } }, 2, 0 },
  { "cooling-4h", FALSE, "sms", N_("signs with an SMS code; 4 hours of cooling off"),
    { CONFIRM, APPROVE, SIGN (2 * TRANCHE_DEMO_MINUTE) }, 3, 4 * TRANCHE_DEMO_HOUR },
  { "cooling-48h", FALSE, "sms", N_("signs with an SMS code; 48 hours of cooling off"),
    { CONFIRM, APPROVE, SIGN (2 * TRANCHE_DEMO_MINUTE) }, 3, 48 * TRANCHE_DEMO_HOUR },
  { "cooling-over", FALSE, "sms", N_("signs with an SMS code; the cooling off is over at once"),
    { CONFIRM, APPROVE, SIGN (2 * TRANCHE_DEMO_MINUTE) }, 3, 1 },
  { "walks-away", FALSE, "sms", N_("confirms the phone and is not seen again"),
    { CONFIRM }, 1, 0 },
  { "cancels", FALSE, "sms", N_("is approved and changes their mind"),
    { CONFIRM, APPROVE, { TRANCHE_DEMO_ACT_CANCEL, 4 * TRANCHE_DEMO_MINUTE } }, 3, 0 },
};

/* Delays vary by this much of themselves, either way. */
#define UNEVENNESS 0.3

/* Where a demo order may begin: the act that has just happened. */
static const struct {
  const char *initial_stage;
  TrancheDemoAct act;
  const char *signing_type;
} initial_stages[] = {
  { "wait-offer", TRANCHE_DEMO_ACT_CONFIRM, NULL },
  { "wait-offer-timeout", TRANCHE_DEMO_ACT_CONFIRM, NULL },
  { "offers-all", TRANCHE_DEMO_ACT_APPROVE, NULL },
  { "kvk-signing-sms", TRANCHE_DEMO_ACT_APPROVE, "sms" },
  { "ses-documents", TRANCHE_DEMO_ACT_APPROVE, "ses" },
  { "appointment", TRANCHE_DEMO_ACT_APPOINT, "bank" },
};

static const char *const act_nicks[] = {
  [TRANCHE_DEMO_ACT_CONFIRM] = "confirm",
  [TRANCHE_DEMO_ACT_APPROVE] = "approve",
  [TRANCHE_DEMO_ACT_APPOINT] = "appoint",
  [TRANCHE_DEMO_ACT_SIGN] = "sign",
  [TRANCHE_DEMO_ACT_REJECT] = "reject",
  [TRANCHE_DEMO_ACT_CANCEL] = "cancel",
  [TRANCHE_DEMO_ACT_LAPSE] = "lapse",
  [TRANCHE_DEMO_ACT_END_COOLING] = "end-cooling",
};

static const char *const banks[] = { "Т-Банк", "ОТП Банк", "МТС Банк" };
static const guint terms[] = { 6, 12, 18, 24, 36 };

const char *
tranche_demo_act_to_nick (TrancheDemoAct act)
{
  return act_nicks[act];
}

gboolean
tranche_demo_act_from_nick (const char     *nick,
                            TrancheDemoAct *act)
{
  for (gsize i = 0; i < G_N_ELEMENTS (act_nicks); i++) {
    if (g_str_equal (act_nicks[i], nick)) {
      *act = (TrancheDemoAct) i;
      return TRUE;
    }
  }

  return FALSE;
}

const TrancheDemoPath *
tranche_demo_path_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (g_str_equal (paths[i].name, name))
      return &paths[i];
  }

  return NULL;
}

gboolean
tranche_demo_path_is_flow (const char *name)
{
  const TrancheDemoPath *path = tranche_demo_path_find (name);

  return path && path->is_flow;
}

static void
append_span (GString *text,
             gint64   seconds)
{
  if (seconds >= TRANCHE_DEMO_HOUR)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " h", seconds / TRANCHE_DEMO_HOUR);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT " min", seconds / TRANCHE_DEMO_MINUTE);
}

char *
tranche_demo_path_describe (void)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    const TrancheDemoPath *path = &paths[i];

    g_string_append_printf (text, "  %" G_GSIZE_FORMAT "  %-18s  %s\n     ", i,
                            path->name, _(path->description));
    for (guint step = 0; step < path->n_steps; step++) {
      g_string_append (text, step == 0 ? "" : ", ");
      g_string_append_printf (text, "%s after ", act_nicks[path->steps[step].act]);
      append_span (text, path->steps[step].after);
    }
    g_string_append_c (text, '\n');
  }

  return g_string_free (text, FALSE);
}

static const TrancheDemoPath *
choose_path (const TrancheDemoApplication *application,
             GRand                        *random)
{
  /* Drawn even when it is not needed, so that what is drawn afterwards does
   * not depend on it. */
  const TrancheDemoPath *path = &paths[g_rand_int_range (random, 0, G_N_ELEMENTS (paths))];
  const char *phone = application->customer->phone;

  if (application->demo_flow)
    return tranche_demo_path_find (application->demo_flow);

  if (phone) {
    for (gsize i = strlen (phone); i > 0; i--) {
      if (g_ascii_isdigit (phone[i - 1]))
        return &paths[g_ascii_digit_value (phone[i - 1])];
    }
  }

  return path;
}

/* The customer fills in what the shop left out; the phone as the bank writes it. */
static void
complete_person (TrancheCustomer       *person,
                 const TrancheCustomer *known)
{
  tranche_customer_merge (person, known);

  if (known->phone) {
    g_autofree char *digits = tranche_phone_to_digits (known->phone, "RU");

    g_free (person->phone);
    person->phone = g_strconcat ("+", digits, NULL);
  }
}

TrancheDemoCustomer *
tranche_demo_customer_new (const TrancheDemoApplication *application,
                           GRand                        *random)
{
  TrancheDemoCustomer *self = g_new0 (TrancheDemoCustomer, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (TrancheDemoStep));
  tranche_demo_customer_set_path (self, choose_path (application, random));
  self->person =
    tranche_demo_people_make (g_rand_int_range (random, 0, tranche_demo_people_count ()), random);
  complete_person (self->person, application->customer);
  self->chosen_bank = banks[g_rand_int_range (random, 0, G_N_ELEMENTS (banks))];
  self->loan_number = g_strdup_printf ("05%08d", g_rand_int_range (random, 10000000, 100000000));
  self->term = terms[g_rand_int_range (random, 0, G_N_ELEMENTS (terms))];
  if (application->product->months > 0)
    self->term = application->product->months;

  return self;
}

void
tranche_demo_customer_free (TrancheDemoCustomer *self)
{
  tranche_customer_free (self->person);
  g_free (self->loan_number);
  g_array_unref (self->steps);
  g_free (self);
}

void
tranche_demo_customer_set_path (TrancheDemoCustomer   *self,
                                const TrancheDemoPath *path)
{
  self->path = path;
  self->signing_type = path->signing_type;
}

void
tranche_demo_customer_plan (TrancheDemoCustomer    *self,
                            const TrancheDemoClock *clock,
                            GRand                  *random,
                            gint64                  created_at,
                            gint64                  now,
                            guint                   pause_before,
                            gint64                  pause)
{
  gint64 at = created_at;

  g_array_set_size (self->steps, 0);

  for (guint i = 0; i < self->path->n_steps; i++) {
    double factor = g_rand_double_range (random, 1 - UNEVENNESS, 1 + UNEVENNESS);
    TrancheDemoStep step = { .act = self->path->steps[i].act };

    at += (gint64) ((double) (self->path->steps[i].after * G_USEC_PER_SEC) * factor);
    if (i == pause_before)
      at += pause * G_USEC_PER_SEC;

    step.at = tranche_demo_clock_fold (clock, at, now);
    if (step.act == TRANCHE_DEMO_ACT_SIGN && self->path->cooling > 0)
      step.cooling_until =
        tranche_demo_clock_fold (clock, at + self->path->cooling * G_USEC_PER_SEC, now);

    g_array_append_val (self->steps, step);
  }
}

void
tranche_demo_customer_skip_to (TrancheDemoCustomer *self,
                               const char          *initial_stage,
                               gint64               created_at)
{
  TrancheDemoStep first = { .at = created_at };
  guint n_done = 0;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (initial_stages); i++) {
    if (g_str_equal (initial_stages[i].initial_stage, initial_stage))
      break;
  }

  if (i == G_N_ELEMENTS (initial_stages))
    return;

  first.act = initial_stages[i].act;
  if (initial_stages[i].signing_type)
    self->signing_type = initial_stages[i].signing_type;

  while (n_done < self->steps->len &&
         g_array_index (self->steps, TrancheDemoStep, n_done).act <= first.act)
    n_done++;

  /* No bank answers in time, and nothing more happens. */
  if (g_str_equal (initial_stage, "wait-offer-timeout"))
    n_done = self->steps->len;

  if (n_done > 0)
    g_array_remove_range (self->steps, 0, n_done);
  g_array_prepend_val (self->steps, first);
}

void
tranche_demo_customer_stop (TrancheDemoCustomer *self,
                            gint64               now)
{
  guint n_done = 0;

  while (n_done < self->steps->len &&
         g_array_index (self->steps, TrancheDemoStep, n_done).at <= now)
    n_done++;

  g_array_set_size (self->steps, n_done);
}
