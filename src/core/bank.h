/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/bank-error.h"
#include "core/contract.h"
#include "core/field-problem.h"
#include "core/order.h"
#include "core/order-details.h"
#include "core/order-draft.h"
#include "core/payout.h"
#include "core/report-line.h"

G_BEGIN_DECLS

/**
 * TrancheCapabilities:
 * @TRANCHE_CAPABILITY_LINK: a created order has a link for the customer
 * @TRANCHE_CAPABILITY_CANCEL_SIGNED: a signed order can still be canceled
 * @TRANCHE_CAPABILITY_IDEMPOTENT_CREATE: create may be repeated with the same number
 * @TRANCHE_CAPABILITY_FIND_CUSTOMER: a customer can be looked up by phone
 * @TRANCHE_CAPABILITY_RETURN: goods can be returned through the interface
 * @TRANCHE_CAPABILITY_LETTER: contract data for the guarantee letter
 * @TRANCHE_CAPABILITY_LETTER_PDF: the guarantee letter as the bank prints it
 * @TRANCHE_CAPABILITY_DETAILS: sums, invoice and returns of an order
 * @TRANCHE_CAPABILITY_SALE: the bank asks for the draft's #TrancheSale and for the phone
 * @TRANCHE_CAPABILITY_INFO_BY_NUMBER: an order can be asked for by the shop's number
 *   alone; without it only the bank's own id tells the order, so that after a lost
 *   answer to create nothing can be asked, and an idempotent create is repeated
 * @TRANCHE_CAPABILITY_REPORT: the bank reports the operations of a day
 *
 * What a bank connection can do beyond create, info, commit, cancel and the
 * payout check, so that the UI never has to ask which bank it is.
 */
typedef enum {
  TRANCHE_CAPABILITY_LINK = 1 << 0,
  TRANCHE_CAPABILITY_CANCEL_SIGNED = 1 << 1,
  TRANCHE_CAPABILITY_IDEMPOTENT_CREATE = 1 << 2,
  TRANCHE_CAPABILITY_FIND_CUSTOMER = 1 << 3,
  TRANCHE_CAPABILITY_RETURN = 1 << 4,
  TRANCHE_CAPABILITY_LETTER = 1 << 5,
  TRANCHE_CAPABILITY_REPORT = 1 << 6,
  TRANCHE_CAPABILITY_LETTER_PDF = 1 << 7,
  TRANCHE_CAPABILITY_DETAILS = 1 << 8,
  TRANCHE_CAPABILITY_SALE = 1 << 9,
  TRANCHE_CAPABILITY_INFO_BY_NUMBER = 1 << 10,
} TrancheCapabilities;

/**
 * TranchePriority:
 * @TRANCHE_PRIORITY_POLL: the program's own watching
 * @TRANCHE_PRIORITY_USER: somebody waits for the answer; goes before all polling
 */
typedef enum {
  TRANCHE_PRIORITY_POLL,
  TRANCHE_PRIORITY_USER,
} TranchePriority;

#define TRANCHE_TYPE_BANK (tranche_bank_get_type ())
G_DECLARE_INTERFACE (TrancheBank, tranche_bank, TRANCHE, BANK, GObject)

/**
 * TrancheBank:
 *
 * A connection to one bank for one account. All methods are to be called in
 * the main thread; every asynchronous one completes exactly once, in the
 * thread-default main context of its start, never before its start returns,
 * with an error of the domain %TRANCHE_BANK_ERROR or %G_IO_ERROR_CANCELLED.
 *
 * A cancelled create, commit or cancel that had already been sent ends in
 * %TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME and not in %G_IO_ERROR_CANCELLED.
 *
 * What a finish function returns is an answer: only what the bank said is set,
 * to be laid over the stored order by tranche_order_merge(). Its stage is
 * always set.
 */
struct _TrancheBankInterface {
  GTypeInterface parent_iface;

  TrancheCapabilities (* get_capabilities)    (TrancheBank          *self);
  GPtrArray         * (* validate_draft)      (TrancheBank          *self,
                                               TrancheOrderDraft    *draft);

  void                (* create_async)        (TrancheBank          *self,
                                               TrancheOrderDraft    *draft,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
  TrancheOrder      * (* create_finish)       (TrancheBank          *self,
                                               GAsyncResult         *result,
                                               GError              **error);
  void                (* info_async)          (TrancheBank          *self,
                                               TrancheOrder         *order,
                                               TranchePriority       priority,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
  TrancheOrder      * (* info_finish)         (TrancheBank          *self,
                                               GAsyncResult         *result,
                                               GError              **error);
  void                (* commit_async)        (TrancheBank          *self,
                                               TrancheOrder         *order,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
  TrancheOrder      * (* commit_finish)       (TrancheBank          *self,
                                               GAsyncResult         *result,
                                               GError              **error);
  void                (* cancel_async)        (TrancheBank          *self,
                                               TrancheOrder         *order,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
  TrancheOrder      * (* cancel_finish)       (TrancheBank          *self,
                                               GAsyncResult         *result,
                                               GError              **error);
  void                (* check_payout_async)  (TrancheBank          *self,
                                               TrancheOrder         *order,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
  TranchePayout     * (* check_payout_finish) (TrancheBank          *self,
                                               GAsyncResult         *result,
                                               GError              **error);
  void                (* test_async)          (TrancheBank          *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
  gboolean            (* test_finish)         (TrancheBank          *self,
                                               GAsyncResult         *result,
                                               GError              **error);

  /* What not every bank offers: see the capabilities. */
  void                (* find_customer_async) (TrancheBank         *self,
                                               const char          *phone,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
  TrancheCustomer *   (* find_customer_finish) (TrancheBank   *self,
                                                GAsyncResult  *result,
                                                GError       **error);
  void                (* contract_async) (TrancheBank         *self,
                                          TrancheOrder        *order,
                                          const char          *invoice_number,
                                          const char          *invoice_date,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
  TrancheContract *   (* contract_finish) (TrancheBank   *self,
                                           GAsyncResult  *result,
                                           GError       **error);
  void                (* letter_pdf_async) (TrancheBank         *self,
                                            TrancheOrder        *order,
                                            const char          *invoice_number,
                                            const char          *invoice_date,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
  GBytes *            (* letter_pdf_finish) (TrancheBank   *self,
                                             GAsyncResult  *result,
                                             GError       **error);
  void                (* details_async) (TrancheBank         *self,
                                         TrancheOrder        *order,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
  TrancheOrderDetails * (* details_finish) (TrancheBank   *self,
                                            GAsyncResult  *result,
                                            GError       **error);
  void                (* return_goods_async) (TrancheBank              *self,
                                              TrancheOrder             *order,
                                              const TrancheGoodsReturn *goods_return,
                                              GCancellable             *cancellable,
                                              GAsyncReadyCallback       callback,
                                              gpointer                  user_data);
  gboolean            (* return_goods_finish) (TrancheBank   *self,
                                               GAsyncResult  *result,
                                               GError       **error);
  void                (* report_async) (TrancheBank         *self,
                                        const char          *date,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
  GPtrArray *         (* report_finish) (TrancheBank   *self,
                                         GAsyncResult  *result,
                                         GError       **error);
};

TrancheCapabilities
               tranche_bank_get_capabilities    (TrancheBank          *self);
/* Checks @draft without any traffic. (element-type TrancheFieldProblem)
 * (transfer full) (not nullable): empty when all is well. */
GPtrArray     *tranche_bank_validate_draft      (TrancheBank          *self,
                                                 TrancheOrderDraft    *draft);

/* Makes the order. A draft that is not valid ends in
 * %TRANCHE_BANK_ERROR_VALIDATION before anything is sent. */
void           tranche_bank_create_async        (TrancheBank          *self,
                                                 TrancheOrderDraft    *draft,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TrancheOrder  *tranche_bank_create_finish       (TrancheBank          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
/* Asks how @order stands. */
void           tranche_bank_info_async          (TrancheBank          *self,
                                                 TrancheOrder         *order,
                                                 TranchePriority       priority,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TrancheOrder  *tranche_bank_info_finish         (TrancheBank          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
/* Tells the bank that the goods were handed over, so that it pays. */
void           tranche_bank_commit_async        (TrancheBank          *self,
                                                 TrancheOrder         *order,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TrancheOrder  *tranche_bank_commit_finish       (TrancheBank          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
/* Gives the order up for good. */
void           tranche_bank_cancel_async        (TrancheBank          *self,
                                                 TrancheOrder         *order,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TrancheOrder  *tranche_bank_cancel_finish       (TrancheBank          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
/* Asks what the bank pays out for a committed order. */
void           tranche_bank_check_payout_async  (TrancheBank          *self,
                                                 TrancheOrder         *order,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TranchePayout *tranche_bank_check_payout_finish (TrancheBank          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
/* Whether address and credentials are right, by a question that changes nothing. */
void           tranche_bank_test_async          (TrancheBank          *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean       tranche_bank_test_finish         (TrancheBank          *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* What not every bank offers; without the capability each of these ends in
 * %TRANCHE_BANK_ERROR_NOT_SUPPORTED. */

/* Looks up who has @phone, in any spelling. The answer has what the bank tells,
 * which may be no more than that there is such a customer. One that the bank
 * does not know ends in %TRANCHE_BANK_ERROR_NOT_FOUND; the bank may have sent
 * an invitation then. (transfer full) */
void           tranche_bank_find_customer_async (TrancheBank         *self,
                                                 const char          *phone,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
TrancheCustomer *
               tranche_bank_find_customer_finish (TrancheBank   *self,
                                                  GAsyncResult  *result,
                                                  GError       **error);
/* The contract data of a signed order. @invoice_number and @invoice_date
 * (yyyy-MM-dd): (nullable): to stand in the letter instead of the order's. */
void           tranche_bank_contract_async (TrancheBank         *self,
                                            TrancheOrder        *order,
                                            const char          *invoice_number,
                                            const char          *invoice_date,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
TrancheContract *
               tranche_bank_contract_finish (TrancheBank   *self,
                                             GAsyncResult  *result,
                                             GError       **error);
/* The guarantee letter as the bank prints it: a PDF file. */
void           tranche_bank_letter_pdf_async (TrancheBank         *self,
                                              TrancheOrder        *order,
                                              const char          *invoice_number,
                                              const char          *invoice_date,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GBytes *       tranche_bank_letter_pdf_finish (TrancheBank   *self,
                                               GAsyncResult  *result,
                                               GError       **error);
/* Sums, invoice and returns of an order. */
void           tranche_bank_details_async (TrancheBank         *self,
                                           TrancheOrder        *order,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
TrancheOrderDetails *
               tranche_bank_details_finish (TrancheBank   *self,
                                            GAsyncResult  *result,
                                            GError       **error);
/* Tells the bank that goods came back. A return moves money: a lost answer ends
 * in %TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, and it is repeated only with the same
 * id. @goods_return is copied. */
void           tranche_bank_return_goods_async (TrancheBank              *self,
                                                TrancheOrder             *order,
                                                const TrancheGoodsReturn *goods_return,
                                                GCancellable             *cancellable,
                                                GAsyncReadyCallback       callback,
                                                gpointer                  user_data);
gboolean       tranche_bank_return_goods_finish (TrancheBank   *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);
/* The operations of @date (yyyy-MM-dd) by the bank's clock.
 * (element-type TrancheReportLine) */
void           tranche_bank_report_async (TrancheBank         *self,
                                          const char          *date,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
GPtrArray *    tranche_bank_report_finish (TrancheBank   *self,
                                           GAsyncResult  *result,
                                           GError       **error);

G_END_DECLS
