/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-application.h"
#include "demo/demo-cfront-path.h"
#include "demo/demo-cfront-person.h"

G_BEGIN_DECLS

#define TRANCHE_DEMO_CFRONT_ERROR (tranche_demo_cfront_error_quark ())

/**
 * TrancheDemoCfrontError:
 * @TRANCHE_DEMO_CFRONT_ERROR_REQUEST: what is asked for makes no sense
 * @TRANCHE_DEMO_CFRONT_ERROR_STATE: not in the present state of the order
 *
 * Why the bank does not do what it was asked, in its own Ukrainian words.
 */
typedef enum {
  TRANCHE_DEMO_CFRONT_ERROR_REQUEST,
  TRANCHE_DEMO_CFRONT_ERROR_STATE,
} TrancheDemoCfrontError;

GQuark tranche_demo_cfront_error_quark (void);

/**
 * TrancheDemoCfrontAct:
 * @TRANCHE_DEMO_CFRONT_ACT_APPROVE: the customer agrees
 * @TRANCHE_DEMO_CFRONT_ACT_REJECT: the customer refuses
 * @TRANCHE_DEMO_CFRONT_ACT_REFUSE: the bank refuses, by its risk rules
 * @TRANCHE_DEMO_CFRONT_ACT_LAPSE: the time of the offer is over
 * @TRANCHE_DEMO_CFRONT_ACT_REPAY: the customer repays everything
 *
 * What happens to an order without the shop.
 */
typedef enum {
  TRANCHE_DEMO_CFRONT_ACT_APPROVE,
  TRANCHE_DEMO_CFRONT_ACT_REJECT,
  TRANCHE_DEMO_CFRONT_ACT_REFUSE,
  TRANCHE_DEMO_CFRONT_ACT_LAPSE,
  TRANCHE_DEMO_CFRONT_ACT_REPAY,
} TrancheDemoCfrontAct;

/* By the word for the control address, such as "approve". */
gboolean tranche_demo_cfront_act_from_nick (const char           *nick,
                                            TrancheDemoCfrontAct *act);

/**
 * TrancheDemoCfrontReturn:
 * @id: the shop's id of the return
 * @sum: what was returned
 * @at: when
 */
typedef struct {
  char *id;
  TrancheMoney sum;
  gint64 at;
} TrancheDemoCfrontReturn;

/**
 * TrancheDemoCfrontOrder:
 * @id: the bank's id
 * @application: what the shop asked for
 * @path: what becomes of it by itself
 * @person: the customer
 * @parts: the number of payments that the customer chose
 * @contract: the number of the customer's contract
 * @created_at: when it was made
 * @expires_at: when the offer lapses
 * @state: where it stands
 * @agreed_at: when the customer agreed, or 0
 * @confirmed_at: when it became active, or 0
 * @repaid_at: when everything is repaid, known once it is active, or 0
 * @returns: (element-type TrancheDemoCfrontReturn): oldest first
 * @returned: their sum
 * @n_confirms: how many times a confirm of the shop took effect: 0 or 1 in a
 *   bank without faults
 * @n_rejects: how many times a reject of the shop took effect
 * @n_callbacks: how many times the outcome was delivered
 *
 * An order as the bank holds it. Everybody may read it, only the functions
 * here change it. It moves by itself: tranche_demo_cfront_order_advance()
 * brings it up to a time before it is looked at.
 */
typedef struct _TrancheDemoCfrontOrder TrancheDemoCfrontOrder;

/* The state of @self has changed. */
typedef void (* TrancheDemoCfrontChanged) (TrancheDemoCfrontOrder *self,
                                           gpointer                user_data);

struct _TrancheDemoCfrontOrder {
  char *id;
  TrancheDemoCfrontApplication *application;
  const TrancheDemoCfrontPath *path;
  TrancheDemoCfrontPerson *person;
  guint parts;
  char *contract;

  gint64 created_at;
  gint64 expires_at;
  TrancheDemoCfrontState state;
  gint64 agreed_at;
  gint64 confirmed_at;
  gint64 repaid_at;
  GPtrArray *returns;
  TrancheMoney returned;
  guint n_confirms;
  guint n_rejects;
  guint n_callbacks;

  /* (element-type Step): what is still to come. */
  GArray *steps;
  guint next_step;
  gboolean left_alone;
  TrancheDemoClock clock;
  TrancheDemoCfrontChanged changed;
  gpointer user_data;
};

/* Takes @application. Plans an order of @created_at as seen @now: what is
 * behind took as long as in life, what is ahead comes as much faster as @clock
 * says. @pause seconds pass before the first step. */
TrancheDemoCfrontOrder *tranche_demo_cfront_order_new         (TrancheDemoCfrontApplication  *application,
                                                               const TrancheDemoCfrontPath   *path,
                                                               const TrancheDemoClock        *clock,
                                                               GRand                         *random,
                                                               gint64                         created_at,
                                                               gint64                         now,
                                                               gint64                         pause);
void                    tranche_demo_cfront_order_free        (TrancheDemoCfrontOrder        *self);
/* Whom to tell of changes; nobody with %NULL. */
void                    tranche_demo_cfront_order_set_changed (TrancheDemoCfrontOrder        *self,
                                                               TrancheDemoCfrontChanged       changed,
                                                               gpointer                       user_data);
/* From now on nothing happens by itself but that the offer lapses. */
void                    tranche_demo_cfront_order_leave_alone (TrancheDemoCfrontOrder        *self);

/* What the customer, the bank and the calendar have done until @now. */
void                    tranche_demo_cfront_order_advance     (TrancheDemoCfrontOrder        *self,
                                                               gint64                         now);
/* When something happens by itself next, or 0. */
gint64                  tranche_demo_cfront_order_next_at     (const TrancheDemoCfrontOrder  *self);
/* Does @act by hand. The simulated customer leaves it alone from then on. */
gboolean                tranche_demo_cfront_order_act         (TrancheDemoCfrontOrder        *self,
                                                               TrancheDemoCfrontAct           act,
                                                               gint64                         now,
                                                               GError                       **error);

/* What the shop asks for. Fails with %TRANCHE_DEMO_CFRONT_ERROR. */
gboolean                tranche_demo_cfront_order_confirm     (TrancheDemoCfrontOrder        *self,
                                                               gint64                         now,
                                                               GError                       **error);
gboolean                tranche_demo_cfront_order_reject      (TrancheDemoCfrontOrder        *self,
                                                               gint64                         now,
                                                               GError                       **error);
/* A return whose @id is known already changes nothing and succeeds. */
gboolean                tranche_demo_cfront_order_return      (TrancheDemoCfrontOrder        *self,
                                                               const char                    *id,
                                                               const TrancheMoney            *sum,
                                                               gboolean                       to_card,
                                                               gint64                         now,
                                                               GError                       **error);

/* What is not returned yet. */
TrancheMoney            tranche_demo_cfront_order_get_left    (const TrancheDemoCfrontOrder  *self);
/* Whether there is a contract to write a letter about. */
gboolean                tranche_demo_cfront_order_has_contract (const TrancheDemoCfrontOrder *self);
/* Whether money of a return can go back to the card. */
gboolean                tranche_demo_cfront_order_can_return_to_card (const TrancheDemoCfrontOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfrontOrder, tranche_demo_cfront_order_free)

G_END_DECLS
