/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-customer.h"

G_BEGIN_DECLS

#define TRANCHE_DEMO_ERROR (tranche_demo_error_quark ())

/**
 * TrancheDemoError:
 * @TRANCHE_DEMO_ERROR_FORBIDDEN: the shop may not do this
 * @TRANCHE_DEMO_ERROR_CONFLICT: not in the present state of the order
 *
 * Why the bank does not do what it was asked, in its own Russian words.
 */
typedef enum {
  TRANCHE_DEMO_ERROR_FORBIDDEN,
  TRANCHE_DEMO_ERROR_CONFLICT,
} TrancheDemoError;

GQuark tranche_demo_error_quark (void);

typedef enum {
  TRANCHE_DEMO_STATUS_NEW,
  TRANCHE_DEMO_STATUS_INPROGRESS,
  TRANCHE_DEMO_STATUS_APPROVED,
  TRANCHE_DEMO_STATUS_SIGNED,
  TRANCHE_DEMO_STATUS_CANCELED,
  TRANCHE_DEMO_STATUS_REJECTED,
} TrancheDemoStatus;

/* How long an application waits for the customer, and a signed one for the
 * shop. Deadlines of the calendar: no speed shortens them. */
#define TRANCHE_DEMO_OPEN_DAYS   7
#define TRANCHE_DEMO_COMMIT_DAYS 14

/**
 * TrancheDemoOrder:
 * @id: the bank's id
 * @number: the shop's number, or @id where it gave none
 * @demo: whether it is of the bank's test world
 * @auto_commit: whether signing commits
 * @application: what the shop asked for
 * @customer: who applies
 * @created_at: when it was made
 * @expires_at: when it lapses unless the customer, then the shop, acts
 * @status: where it stands
 * @confirmed: whether the customer has ever confirmed the phone
 * @approved: whether there are offers: it was approved at some time
 * @appointed: whether a meeting was agreed upon
 * @signed_at: when the customer signed, or 0
 * @cooling_until: end of the cooling-off period of a signed order, or 0
 * @committed: whether the shop has committed
 * @n_commits: how many times a commit took effect: 0 or 1 in a bank without faults
 * @n_cancels: how many times a cancel of the shop took effect
 * @first_payment: what the customer pays at the till
 * @credit_amount: what the bank lends
 * @transfer_amount: what the bank pays to the shop
 * @monthly_payment: what the customer pays a month
 *
 * An order as the bank holds it. Everybody may read it, only the functions
 * here change it. It moves by itself: tranche_demo_order_advance() brings it up
 * to a time before it is looked at.
 */
typedef struct {
  char *id;
  char *number;
  gboolean demo;
  gboolean auto_commit;
  TrancheDemoApplication *application;
  TrancheDemoCustomer *customer;

  gint64 created_at;
  gint64 expires_at;
  TrancheDemoStatus status;
  gboolean confirmed;
  gboolean approved;
  gboolean appointed;
  gint64 signed_at;
  gint64 cooling_until;
  gboolean committed;
  guint n_commits;
  guint n_cancels;

  TrancheMoney first_payment;
  TrancheMoney credit_amount;
  TrancheMoney transfer_amount;
  TrancheMoney monthly_payment;

  /* The next of the customer's steps. */
  guint next_step;
} TrancheDemoOrder;

/* Takes @application and @customer. */
TrancheDemoOrder *tranche_demo_order_new         (const char             *id,
                                                  gboolean                demo,
                                                  TrancheDemoApplication *application,
                                                  TrancheDemoCustomer    *customer,
                                                  gint64                  created_at);
void              tranche_demo_order_free        (TrancheDemoOrder       *self);

/* What the customer, the banks and the calendar have done until @now. */
void              tranche_demo_order_advance     (TrancheDemoOrder       *self,
                                                  gint64                  now);
gboolean          tranche_demo_order_may         (const TrancheDemoOrder *self,
                                                  TrancheDemoAct          act,
                                                  gint64                  now);
/* Does @act by hand at @now, with all that lies before it: signing a new order
 * confirms and approves it. The simulated customer leaves it alone from then
 * on. @cooling_until is for signing, 0 for none. */
gboolean          tranche_demo_order_act         (TrancheDemoOrder       *self,
                                                  TrancheDemoAct          act,
                                                  gint64                  cooling_until,
                                                  gint64                  now,
                                                  GError                **error);

/* What the shop asks for. Fails with %TRANCHE_DEMO_ERROR. */
gboolean          tranche_demo_order_commit      (TrancheDemoOrder       *self,
                                                  gint64                  now,
                                                  GError                **error);
gboolean          tranche_demo_order_cancel      (TrancheDemoOrder       *self,
                                                  gint64                  now,
                                                  GError                **error);

/* The bank's word, such as "inprogress". */
const char       *tranche_demo_order_status_word (const TrancheDemoOrder *self);
gboolean          tranche_demo_order_is_cooling  (const TrancheDemoOrder *self,
                                                  gint64                  now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoOrder, tranche_demo_order_free)

G_END_DECLS
