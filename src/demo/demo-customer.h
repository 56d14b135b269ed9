/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-application.h"
#include "demo/demo-clock.h"

G_BEGIN_DECLS

/**
 * TrancheDemoAct:
 * @TRANCHE_DEMO_ACT_CONFIRM: the customer enters the code of the first SMS
 * @TRANCHE_DEMO_ACT_APPROVE: a bank agrees
 * @TRANCHE_DEMO_ACT_APPOINT: a meeting for signing is agreed upon
 * @TRANCHE_DEMO_ACT_SIGN: the customer signs
 * @TRANCHE_DEMO_ACT_REJECT: every bank has refused
 * @TRANCHE_DEMO_ACT_CANCEL: the customer no longer wants it
 * @TRANCHE_DEMO_ACT_LAPSE: the time of the application is over
 * @TRANCHE_DEMO_ACT_END_COOLING: the cooling-off period ends now
 *
 * What happens to an order without the shop.
 */
typedef enum {
  TRANCHE_DEMO_ACT_CONFIRM,
  TRANCHE_DEMO_ACT_APPROVE,
  TRANCHE_DEMO_ACT_APPOINT,
  TRANCHE_DEMO_ACT_SIGN,
  TRANCHE_DEMO_ACT_REJECT,
  TRANCHE_DEMO_ACT_CANCEL,
  TRANCHE_DEMO_ACT_LAPSE,
  TRANCHE_DEMO_ACT_END_COOLING,
} TrancheDemoAct;

/* The word for the control address, such as "end-cooling". */
const char *tranche_demo_act_to_nick   (TrancheDemoAct  act);
gboolean    tranche_demo_act_from_nick (const char     *nick,
                                        TrancheDemoAct *act);

/**
 * TrancheDemoStep:
 * @act: what happens
 * @at: when
 * @cooling_until: for signing, when the cooling-off period ends; else 0
 */
typedef struct {
  TrancheDemoAct act;
  gint64 at;
  gint64 cooling_until;
} TrancheDemoStep;

/**
 * TrancheDemoPath:
 *
 * How a simulated customer behaves, from the table in demo-customer.c.
 */
typedef struct _TrancheDemoPath TrancheDemoPath;

/* The demoFlow or other name. (nullable) */
const TrancheDemoPath *tranche_demo_path_find     (const char            *name);
/* Whether @name is one that the bank knows as demoFlow. */
gboolean               tranche_demo_path_is_flow  (const char            *name);
/* The table of digits, paths and timings, for --help. (transfer full) */
char                  *tranche_demo_path_describe (void);

/**
 * TrancheDemoCustomer:
 * @person: name, phone and address, made up where the shop did not say them
 * @path: how the customer behaves
 * @signing_type: how the customer signs, in the bank's word
 * @chosen_bank: the bank whose offer the customer takes
 * @loan_number: the contract that it makes
 * @term: the months that the customer chooses where the product leaves it open
 * @steps: (element-type TrancheDemoStep): what happens, in order of time
 */
typedef struct {
  TrancheCustomer *person;
  const TrancheDemoPath *path;
  const char *signing_type;
  const char *chosen_bank;
  char *loan_number;
  guint term;
  GArray *steps;
} TrancheDemoCustomer;

/* The same @application and state of @random make the same customer. */
TrancheDemoCustomer *tranche_demo_customer_new      (const TrancheDemoApplication *application,
                                                     GRand                        *random);
void                 tranche_demo_customer_free     (TrancheDemoCustomer          *self);
void                 tranche_demo_customer_set_path (TrancheDemoCustomer          *self,
                                                     const TrancheDemoPath        *path);

/* Plans the steps of an application of @created_at as seen @now: those behind
 * took as long as in life, those ahead are as much faster as @clock says.
 * Before step @pause_before the customer rests for @pause seconds. */
void                 tranche_demo_customer_plan     (TrancheDemoCustomer          *self,
                                                     const TrancheDemoClock       *clock,
                                                     GRand                        *random,
                                                     gint64                        created_at,
                                                     gint64                        now,
                                                     guint                         pause_before,
                                                     gint64                        pause);
/* Begins where @initial_stage of a demo order says; an unknown one is the beginning. */
void                 tranche_demo_customer_skip_to  (TrancheDemoCustomer          *self,
                                                     const char                   *initial_stage,
                                                     gint64                        created_at);
/* The customer does nothing more, except what is already behind @now. */
void                 tranche_demo_customer_stop     (TrancheDemoCustomer          *self,
                                                     gint64                        now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCustomer, tranche_demo_customer_free)

G_END_DECLS
