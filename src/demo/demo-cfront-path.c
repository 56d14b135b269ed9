/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-path.h"

#include <glib/gi18n-lib.h>

#define STATE(state) TRANCHE_DEMO_CFRONT_##state
/* What the bank decides by itself, and what a customer takes a phone for. */
#define BANK(state)     { { STATE (state), 5 } }, 1
#define CUSTOMER(state) { { STATE (state), 30 } }, 1
#define KNOWN           TRANCHE_DEMO_CFRONT_CLIENT_KNOWN, FALSE, 0

/* The endings 1 to 4 are those of monobank's test platform. */
static const TrancheDemoCfrontPath paths[] = {
  { "1", N_("approved; active at once, without the shop"), KNOWN, { { STATE (ACTIVE), 0 } }, 1 },
  { "2", N_("the customer does nothing; lapses after 15 minutes"), KNOWN, { { 0 } }, 0 },
  { "3", N_("the customer’s limit is too low"), KNOWN, BANK (EXCEEDED_SUM_LIMIT) },
  { "4", N_("the customer agrees; the shop confirms"), KNOWN,
    CUSTOMER (WAITING_FOR_STORE_CONFIRM) },
  { "5", N_("the card is short of the first payment"), KNOWN, CUSTOMER (NOT_ENOUGH_MONEY) },
  { "6", N_("the customer refuses"), KNOWN, CUSTOMER (REJECTED_BY_CLIENT) },
  { "7", N_("the customer has another open order"), KNOWN, BANK (EXISTS_OTHER_OPEN_ORDER) },
  { "8", N_("the bank’s risk rules refuse"), KNOWN, BANK (RESTRICTED_BY_RISKS) },
  { "9", N_("no customer of the bank"), TRANCHE_DEMO_CFRONT_CLIENT_UNKNOWN, FALSE, 0,
    BANK (CLIENT_NOT_FOUND) },
  { "99", N_("no customer, but one a minute after being looked for; then agrees"),
    TRANCHE_DEMO_CFRONT_CLIENT_INVITED, FALSE, 0, CUSTOMER (WAITING_FOR_STORE_CONFIRM) },
  { "00", N_("the customer agrees, by way of all the steps of 2025"), KNOWN,
    { { STATE (ADDED), 0 }, { STATE (CHECKED), 2 }, { STATE (WAITING_FOR_CLIENT), 2 },
      { STATE (CLIENT_APPROVED_PUSH), 20 }, { STATE (INIT_DEBIT_SENT), 2 },
      { STATE (INIT_DEBIT_OK), 2 }, { STATE (WAITING_FOR_STORE_CONFIRM), 2 } }, 7 },
  { "10", N_("the number of payments is not acceptable"), KNOWN, BANK (PAY_PARTS_NOT_ACCEPTABLE) },
  { "20", N_("the fraud check refuses"), KNOWN, BANK (FRAUD_REJECTED) },
  { "30", N_("the bank fails"), KNOWN, BANK (FAIL) },
  { "40", N_("the customer’s application is too old"), KNOWN, BANK (WRONG_CLIENT_APP_VERSION) },
  { "50", N_("the customer’s account is closed"), KNOWN, BANK (ACCOUNT_CLOSED) },
  { "60", N_("the customer agrees, repays 5 minutes after the confirmation and closes the card"),
    TRANCHE_DEMO_CFRONT_CLIENT_KNOWN, TRUE, 5 * TRANCHE_DEMO_MINUTE,
    CUSTOMER (WAITING_FOR_STORE_CONFIRM) },
  { "70", N_("the customer agrees; the shop has an hour to confirm"), KNOWN,
    { { STATE (WAITING_FOR_STORE_CONFIRM), 30 },
      { STATE (CONFIRM_TIME_EXPIRED), TRANCHE_DEMO_HOUR } }, 2 },
  { "80", N_("the customer takes too long over the contract"), KNOWN,
    { { STATE (CLIENT_CONFIRM_TIME_EXPIRED), 10 * TRANCHE_DEMO_MINUTE } }, 1 },
  { "90", N_("the customer agrees, after a step that no document names"), KNOWN,
    { { STATE (UNDOCUMENTED), 10 }, { STATE (WAITING_FOR_STORE_CONFIRM), 30 } }, 2 },
};

const TrancheDemoCfrontPath *
tranche_demo_cfront_path_of_phone (const char *phone)
{
  const TrancheDemoCfrontPath *path = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    if (g_str_has_suffix (phone, paths[i].suffix) &&
        (!path || strlen (paths[i].suffix) > strlen (path->suffix)))
      path = &paths[i];
  }

  return path;
}

static void
append_steps (GString                     *text,
              const TrancheDemoCfrontPath *path)
{
  for (guint i = 0; i < path->n_steps; i++) {
    gint64 after = path->steps[i].after;

    g_string_append (text, i == 0 ? "\n      " : i % 3 == 0 ? ",\n      " : ", ");
    g_string_append (text, tranche_demo_cfront_state_word (path->steps[i].state));
    if (after >= TRANCHE_DEMO_MINUTE)
      g_string_append_printf (text, " after %" G_GINT64_FORMAT " min",
                              after / TRANCHE_DEMO_MINUTE);
    else if (after > 0)
      g_string_append_printf (text, " after %" G_GINT64_FORMAT " s", after);
  }
}

char *
tranche_demo_cfront_path_describe (void)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_string_append_printf (text, "  %2s  %s", paths[i].suffix, _(paths[i].description));
    append_steps (text, &paths[i]);
    g_string_append_c (text, '\n');
  }

  return g_string_free (text, FALSE);
}
