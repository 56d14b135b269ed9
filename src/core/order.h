/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"
#include "core/order-item.h"
#include "core/stage.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER (tranche_order_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrder, tranche_order, TRANCHE, ORDER, GObject)

/**
 * TrancheOrder:
 *
 * What is known of an order at one moment: both the record in the book and
 * what a bank's answer says, where everything that the bank left out is unset.
 *
 * It is filled by its setters by whoever makes it, and is not changed any more
 * once it was handed on: a later state is another object. Strings may be %NULL
 * and moneys unset wherever nothing is known; times are %NULL then.
 */
TrancheOrder        *tranche_order_new                   (void);
/* A deep copy that may be changed. (transfer full) */
TrancheOrder        *tranche_order_copy                  (TrancheOrder          *self);
/* What its bank is asked with, and when it was made, changed and checked: for
 * whoever keeps thousands. (transfer full) */
TrancheOrder        *tranche_order_copy_outline          (TrancheOrder          *self);
/* Lays what an @answer of the bank says over @self, which must be changeable.
 * What the answer leaves out stays; account, number, product, invoice and point
 * of sale stay once they are set; a plain name or phone is not replaced by one that the bank masked.
 *
 * The stage only moves where tranche_stage_may_become() allows it. Signed-at
 * and committed-at are set to the answer's checked-at when an answer first shows
 * them, changed-at when anything changed, and checked-at is taken over; without
 * a checked-at in the answer they stay. The last error is cleared. A planned
 * commit is dropped with the stage that it waits for.
 *
 * An answer is late when its checked-at is before the order's, or when its stage
 * may not follow. It still fills what is unset and still brings a committed or
 * final stage where that may follow, but replaces nothing else.
 *
 * Returns whether anything but checked-at and the trace id has changed. */
gboolean             tranche_order_merge                 (TrancheOrder          *self,
                                                          TrancheOrder          *answer);

/* Row of the book; 0 for an order that is not in it. */
gint64               tranche_order_get_id                (TrancheOrder          *self);
void                 tranche_order_set_id                (TrancheOrder          *self,
                                                          gint64                 id);
/* Id of the TrancheAccount. */
const char          *tranche_order_get_account_id        (TrancheOrder          *self);
void                 tranche_order_set_account_id        (TrancheOrder          *self,
                                                          const char            *account_id);
/* The shop's own number, 1 to 64 characters. */
const char          *tranche_order_get_number            (TrancheOrder          *self);
void                 tranche_order_set_number            (TrancheOrder          *self,
                                                          const char            *number);
/* The bank's id of the application. */
const char          *tranche_order_get_bank_order_id     (TrancheOrder          *self);
void                 tranche_order_set_bank_order_id     (TrancheOrder          *self,
                                                          const char            *bank_order_id);
/* Where the customer applies. */
const char          *tranche_order_get_link              (TrancheOrder          *self);
void                 tranche_order_set_link              (TrancheOrder          *self,
                                                          const char            *link);
/* Code of the TrancheProduct that was asked for. */
const char          *tranche_order_get_product_code      (TrancheOrder          *self);
void                 tranche_order_set_product_code      (TrancheOrder          *self,
                                                          const char            *code);
/* No money moves: the bank's test world. */
gboolean             tranche_order_get_demo              (TrancheOrder          *self);
void                 tranche_order_set_demo              (TrancheOrder          *self,
                                                          gboolean               demo);
/* Somebody wants it to be committed when its cooling-off ends. */
gboolean             tranche_order_get_commit_planned    (TrancheOrder          *self);
void                 tranche_order_set_commit_planned    (TrancheOrder          *self,
                                                          gboolean               planned);

TrancheStage         tranche_order_get_stage             (TrancheOrder          *self);
void                 tranche_order_set_stage             (TrancheOrder          *self,
                                                          TrancheStage           stage);
TrancheReason        tranche_order_get_reason            (TrancheOrder          *self);
void                 tranche_order_set_reason            (TrancheOrder          *self,
                                                          TrancheReason          reason);
/* The bank's own words for the state, shown as such: "signed", "IN_PROCESS/WAITING_FOR_CLIENT". */
const char          *tranche_order_get_raw_state         (TrancheOrder          *self);
void                 tranche_order_set_raw_state         (TrancheOrder          *self,
                                                          const char            *raw_state);
/* The bank's whole answer as received, for the raw view. */
const char          *tranche_order_get_raw_answer        (TrancheOrder          *self);
void                 tranche_order_set_raw_answer        (TrancheOrder          *self,
                                                          const char            *raw_answer);

/* What the goods cost. */
const TrancheMoney  *tranche_order_get_amount            (TrancheOrder          *self);
void                 tranche_order_set_amount            (TrancheOrder          *self,
                                                          const TrancheMoney    *amount);
const TrancheMoney  *tranche_order_get_first_payment     (TrancheOrder          *self);
void                 tranche_order_set_first_payment     (TrancheOrder          *self,
                                                          const TrancheMoney    *amount);
const TrancheMoney  *tranche_order_get_credit_amount     (TrancheOrder          *self);
void                 tranche_order_set_credit_amount     (TrancheOrder          *self,
                                                          const TrancheMoney    *amount);
/* What the bank pays out to the shop; can be less than the amount. */
const TrancheMoney  *tranche_order_get_transfer_amount   (TrancheOrder          *self);
void                 tranche_order_set_transfer_amount   (TrancheOrder          *self,
                                                          const TrancheMoney    *amount);
const TrancheMoney  *tranche_order_get_monthly_payment   (TrancheOrder          *self);
void                 tranche_order_set_monthly_payment   (TrancheOrder          *self,
                                                          const TrancheMoney    *amount);
/* Months; 0 where unknown. */
guint                tranche_order_get_term              (TrancheOrder          *self);
void                 tranche_order_set_term              (TrancheOrder          *self,
                                                          guint                  months);

/* (transfer none) (not nullable): the setter copies. */
const TrancheCustomer *tranche_order_get_customer        (TrancheOrder          *self);
void                 tranche_order_set_customer          (TrancheOrder          *self,
                                                          const TrancheCustomer *customer);
/* (transfer none) (not nullable) (element-type TrancheOrderItem): never changed
 * in place; the setter takes a reference of the array. */
GPtrArray           *tranche_order_get_items             (TrancheOrder          *self);
void                 tranche_order_set_items             (TrancheOrder          *self,
                                                          GPtrArray             *items);

/* The contract and how it was signed; the signing words are the bank's. */
const char          *tranche_order_get_loan_number       (TrancheOrder          *self);
void                 tranche_order_set_loan_number       (TrancheOrder          *self,
                                                          const char            *loan_number);
const char          *tranche_order_get_chosen_bank       (TrancheOrder          *self);
void                 tranche_order_set_chosen_bank       (TrancheOrder          *self,
                                                          const char            *chosen_bank);
/* "credit" or "installment_credit" at T-Bank: the kind of product granted. */
const char          *tranche_order_get_product_kind      (TrancheOrder          *self);
void                 tranche_order_set_product_kind      (TrancheOrder          *self,
                                                          const char            *kind);
const char          *tranche_order_get_signing_type      (TrancheOrder          *self);
void                 tranche_order_set_signing_type      (TrancheOrder          *self,
                                                          const char            *signing_type);
/* Comma-separated, in the bank's order. */
const char          *tranche_order_get_signing_types     (TrancheOrder          *self);
void                 tranche_order_set_signing_types     (TrancheOrder          *self,
                                                          const char            *signing_types);

/* The shop's invoice, for banks that ask for it; the date is yyyy-MM-dd. */
const char          *tranche_order_get_invoice_number    (TrancheOrder          *self);
void                 tranche_order_set_invoice_number    (TrancheOrder          *self,
                                                          const char            *invoice_number);
const char          *tranche_order_get_invoice_date      (TrancheOrder          *self);
void                 tranche_order_set_invoice_date      (TrancheOrder          *self,
                                                          const char            *invoice_date);
/* Code of the TranchePointOfSale. */
const char          *tranche_order_get_point_code        (TrancheOrder          *self);
void                 tranche_order_set_point_code        (TrancheOrder          *self,
                                                          const char            *point_code);
/* The bank's number of the request that was answered last, where it gives one. */
const char          *tranche_order_get_trace_id          (TrancheOrder          *self);
void                 tranche_order_set_trace_id          (TrancheOrder          *self,
                                                          const char            *trace_id);

/* Times carry a zone. */
GDateTime           *tranche_order_get_created_at        (TrancheOrder          *self);
void                 tranche_order_set_created_at        (TrancheOrder          *self,
                                                          GDateTime             *time);
/* When the stage or anything else last changed. */
GDateTime           *tranche_order_get_changed_at        (TrancheOrder          *self);
void                 tranche_order_set_changed_at        (TrancheOrder          *self,
                                                          GDateTime             *time);
/* When the bank last answered for this order. */
GDateTime           *tranche_order_get_checked_at        (TrancheOrder          *self);
void                 tranche_order_set_checked_at        (TrancheOrder          *self,
                                                          GDateTime             *time);
/* When this program first saw it signed: banks do not say it. */
GDateTime           *tranche_order_get_signed_at         (TrancheOrder          *self);
void                 tranche_order_set_signed_at         (TrancheOrder          *self,
                                                          GDateTime             *time);
/* When the first committed answer came. */
GDateTime           *tranche_order_get_committed_at      (TrancheOrder          *self);
void                 tranche_order_set_committed_at      (TrancheOrder          *self,
                                                          GDateTime             *time);
/* The end of the cooling-off period, as the bank says it and never computed. */
GDateTime           *tranche_order_get_cooling_until     (TrancheOrder          *self);
void                 tranche_order_set_cooling_until     (TrancheOrder          *self,
                                                          GDateTime             *time);
/* When the bank lets the application lapse (its own word). */
GDateTime           *tranche_order_get_expires_at        (TrancheOrder          *self);
void                 tranche_order_set_expires_at        (TrancheOrder          *self,
                                                          GDateTime             *time);
/* When the bank said that it has paid out, or somebody here did; no bank tells the
 * moment of the payout itself. */
GDateTime           *tranche_order_get_paid_at           (TrancheOrder          *self);
void                 tranche_order_set_paid_at           (TrancheOrder          *self,
                                                          GDateTime             *time);
/* When the payout should have been seen, by the term of the account. Only the book
 * sets it: %NULL where nobody watches for a payout, or nothing is due (any more). */
GDateTime           *tranche_order_get_payout_due        (TrancheOrder          *self);
void                 tranche_order_set_payout_due        (TrancheOrder          *self,
                                                          GDateTime             *time);
/* Whether that day has passed at @now, by whose zone days end. */
gboolean             tranche_order_is_payout_overdue     (TrancheOrder          *self,
                                                          GDateTime             *now);

/* The last failure in the bank's or the network's words, NULL after a success.
 * A TrancheBankError code and the text that came with it. */
const char          *tranche_order_get_last_error        (TrancheOrder          *self);
int                  tranche_order_get_last_error_code   (TrancheOrder          *self);
void                 tranche_order_set_last_error        (TrancheOrder          *self,
                                                          int                    code,
                                                          const char            *text);

/* The time by which the shop has to act, derived: the end of the cooling-off while cooling; the
 * earlier of signed-at plus 14 days and expires-at while ready; expires-at
 * while waiting or approved; else NULL. (transfer full) (nullable) */
GDateTime           *tranche_order_dup_deadline          (TrancheOrder          *self);
/* "Sofa, 2 × Chair": the names of the goods in one line. */
char                *tranche_order_get_goods_summary     (TrancheOrder          *self);

G_END_DECLS
