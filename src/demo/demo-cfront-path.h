/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-state.h"
#include "demo/demo-clock.h"

G_BEGIN_DECLS

#define TRANCHE_DEMO_CFRONT_MAX_STEPS 7

/**
 * TrancheDemoCfrontClient:
 * @TRANCHE_DEMO_CFRONT_CLIENT_KNOWN: is a customer of the bank
 * @TRANCHE_DEMO_CFRONT_CLIENT_UNKNOWN: is none
 * @TRANCHE_DEMO_CFRONT_CLIENT_INVITED: becomes one soon after being looked for
 *
 * Whether the bank finds whom the phone belongs to.
 */
typedef enum {
  TRANCHE_DEMO_CFRONT_CLIENT_KNOWN,
  TRANCHE_DEMO_CFRONT_CLIENT_UNKNOWN,
  TRANCHE_DEMO_CFRONT_CLIENT_INVITED,
} TrancheDemoCfrontClient;

/* How long an offer waits for the customer, and how long it takes an invited
 * customer to become one; seconds at speed 1. */
#define TRANCHE_DEMO_CFRONT_OFFER_TIME        (15 * TRANCHE_DEMO_MINUTE)
#define TRANCHE_DEMO_CFRONT_REGISTRATION_TIME (1 * TRANCHE_DEMO_MINUTE)

/**
 * TrancheDemoCfrontPath:
 * @suffix: the last digit or digits of the phone that choose it
 * @description: what happens, untranslated
 * @client: whether the bank knows the customer
 * @card_closed: whether money can no longer go back to the card
 * @repaid_after: in how many seconds after the confirmation everything is
 *   repaid, at speed 1; 0 for not at all
 * @steps: what becomes of the order, each in seconds after the step before, at
 *   speed 1
 * @n_steps: how many there are
 *
 * What becomes of an order by itself. From the table in demo-cfront-path.c.
 */
typedef struct {
  const char *suffix;
  const char *description;
  TrancheDemoCfrontClient client;
  gboolean card_closed;
  gint64 repaid_after;
  struct {
    TrancheDemoCfrontState state;
    gint64 after;
  } steps[TRANCHE_DEMO_CFRONT_MAX_STEPS];
  guint n_steps;
} TrancheDemoCfrontPath;

/* By the longest ending of @phone, which must end in a digit. */
const TrancheDemoCfrontPath *tranche_demo_cfront_path_of_phone (const char *phone);
/* The table of digits and what they do, for --help. (transfer full) */
char                        *tranche_demo_cfront_path_describe (void);

G_END_DECLS
