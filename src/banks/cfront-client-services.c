/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client-private.h"

#include <string.h>

#include "banks/cfront-phone.h"
#include "banks/cfront-wire-customer.h"
#include "banks/cfront-wire-details.h"
#include "banks/cfront-wire-letter.h"
#include "banks/cfront-wire-reply.h"
#include "banks/cfront-wire-report.h"
#include "banks/cfront-wire-request.h"

#define PDF_MARK "%PDF-"
/* Readers of PDF look for the mark that far. */
#define PDF_MARK_RANGE 1024

static gpointer
read_customer (TrancheCfrontCall  *call,
               TrancheHttpReply   *reply,
               GError            **error)
{
  return tranche_cfront_read_customer (reply->body, error);
}

static gpointer
read_letter (TrancheCfrontCall  *call,
             TrancheHttpReply   *reply,
             GError            **error)
{
  return tranche_cfront_read_letter (reply->body, tranche_account_get_currency (call->account),
                                     error);
}

static gpointer
read_pdf (TrancheCfrontCall  *call,
          TrancheHttpReply   *reply,
          GError            **error)
{
  gsize length;
  const char *data = g_bytes_get_data (reply->body, &length);

  if (length > 0 && memmem (data, MIN (length, PDF_MARK_RANGE), PDF_MARK, strlen (PDF_MARK)))
    return g_bytes_ref (reply->body);

  g_set_error_literal (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL,
                       "The reply is not PDF");
  return NULL;
}

static gpointer
read_details (TrancheCfrontCall  *call,
              TrancheHttpReply   *reply,
              GError            **error)
{
  return tranche_cfront_read_details (reply->body, tranche_account_get_currency (call->account),
                                      error);
}

/* A return that is done has no answer of its own: the order stands for it. */
static gpointer
read_return (TrancheCfrontCall  *call,
             TrancheHttpReply   *reply,
             GError            **error)
{
  return tranche_cfront_read_return (reply->body, error) ? g_object_ref (call->order) : NULL;
}

static gpointer
read_report (TrancheCfrontCall  *call,
             TrancheHttpReply   *reply,
             GError            **error)
{
  return tranche_cfront_read_report (reply->body, tranche_account_get_currency (call->account),
                                     error);
}

static const TrancheCfrontService customer_service = {
  { "validate", "/api/client/validate" },
  read_customer, (GDestroyNotify) tranche_customer_free,
};
static const TrancheCfrontService customer_found_service = {
  { "validate", "/api/v2/client/validate" },
  read_customer, (GDestroyNotify) tranche_customer_free,
};
static const TrancheCfrontService letter_service = {
  { "letter", "/api/order/data/for/guarantee/letter" },
  read_letter, (GDestroyNotify) tranche_contract_free,
};
static const TrancheCfrontService letter_contract_service = {
  { "letter", "/api/v2/order/data/for/guarantee/letter" },
  read_letter, (GDestroyNotify) tranche_contract_free,
};
static const TrancheCfrontService letter_pdf_service = {
  { "letter pdf", "/api/order/guarantee/letter", .accept = "application/pdf, application/json" },
  read_pdf, (GDestroyNotify) g_bytes_unref,
};
static const TrancheCfrontService details_service = {
  { "data", "/api/order/data" },
  read_details, (GDestroyNotify) tranche_order_details_free,
};
static const TrancheCfrontService return_service = {
  { "return", "/api/order/return", .effect = TRUE, .needs_state = TRUE },
  read_return, g_object_unref,
};
static const TrancheCfrontService report_service = {
  { "report", "/api/store/report" },
  read_report, (GDestroyNotify) g_ptr_array_unref,
};

static gboolean
has_service (TrancheBank     *bank,
             TrancheServices  service)
{
  TrancheAccount *account = TRANCHE_CFRONT_CLIENT (bank)->account;

  return (tranche_account_get_agreement (account)->services & service) != 0;
}

static GTask *
make_task (TrancheBank                *bank,
           gpointer                    source_tag,
           const TrancheCfrontService *service,
           TrancheOrder               *order,
           GCancellable               *cancellable,
           GAsyncReadyCallback         callback,
           gpointer                    user_data)
{
  TrancheCfrontClient *self = TRANCHE_CFRONT_CLIENT (bank);

  return tranche_cfront_call_new (self, source_tag, service, self->account, self->channel, order,
                                  cancellable, callback, user_data);
}

static gpointer
finish (TrancheBank   *bank,
        gpointer       source_tag,
        GAsyncResult  *result,
        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bank), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Globus tells of an unknown customer as of an error, without saying which: a
 * phone that is well-formed can only be unknown. */
static void
customer_sent_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer customer = tranche_cfront_call_finish (task, source, result, &error);

  if (customer) {
    g_task_return_pointer (task, customer, (GDestroyNotify) tranche_customer_free);
    return;
  }

  if (g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION) &&
      tranche_bank_error_get_bank_text (error))
    error->code = TRANCHE_BANK_ERROR_NOT_FOUND;
  g_task_return_error (task, error);
}

static GError *
not_a_phone (void)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 0,
                                          "The phone is not a Ukrainian one");
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);

  g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_PHONE, -1,
                                                        TRANCHE_FLAW_SYNTAX, 0, "phone", NULL));
  tranche_bank_error_set_problems (error, problems);

  return error;
}

static void
find_customer_async (TrancheBank         *bank,
                     const char          *phone,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  const TrancheCfrontService *service = has_service (bank, TRANCHE_SERVICE_CUSTOMER)
                                          ? &customer_service : &customer_found_service;
  GTask *task = make_task (bank, find_customer_async, service, NULL, cancellable, callback,
                           user_data);
  g_autofree char *sent = tranche_cfront_phone (phone);

  if (!tranche_cfront_call_require_service (task, TRANCHE_SERVICE_CUSTOMER |
                                                  TRANCHE_SERVICE_CUSTOMER_FOUND))
    return;
  if (!sent) {
    g_task_return_error (task, not_a_phone ());
    g_object_unref (task);
    return;
  }

  tranche_cfront_call_send_to (task, tranche_cfront_write_phone (sent), TRANCHE_PRIORITY_USER,
                               customer_sent_cb);
}

static TrancheCustomer *
find_customer_finish (TrancheBank   *bank,
                      GAsyncResult  *result,
                      GError       **error)
{
  return finish (bank, find_customer_async, result, error);
}

static void
contract_async (TrancheBank         *bank,
                TrancheOrder        *order,
                const char          *invoice_number,
                const char          *invoice_date,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  const TrancheCfrontService *service = has_service (bank, TRANCHE_SERVICE_LETTER_CONTRACT)
                                          ? &letter_contract_service : &letter_service;
  GTask *task = make_task (bank, contract_async, service, order, cancellable, callback, user_data);
  const char *id;

  if (tranche_cfront_call_require_service (task, TRANCHE_SERVICE_LETTER |
                                                 TRANCHE_SERVICE_LETTER_CONTRACT) &&
      (id = tranche_cfront_call_require_order_id (task)))
    tranche_cfront_call_send (task, tranche_cfront_write_letter (id, invoice_number, invoice_date),
                              TRANCHE_PRIORITY_USER);
}

static TrancheContract *
contract_finish (TrancheBank   *bank,
                 GAsyncResult  *result,
                 GError       **error)
{
  return finish (bank, contract_async, result, error);
}

static void
letter_pdf_async (TrancheBank         *bank,
                  TrancheOrder        *order,
                  const char          *invoice_number,
                  const char          *invoice_date,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  GTask *task = make_task (bank, letter_pdf_async, &letter_pdf_service, order, cancellable,
                           callback, user_data);
  const char *id;

  if (tranche_cfront_call_require_service (task, TRANCHE_SERVICE_LETTER_PDF) &&
      (id = tranche_cfront_call_require_order_id (task)))
    tranche_cfront_call_send (task, tranche_cfront_write_letter (id, invoice_number, invoice_date),
                              TRANCHE_PRIORITY_USER);
}

static GBytes *
letter_pdf_finish (TrancheBank   *bank,
                   GAsyncResult  *result,
                   GError       **error)
{
  return finish (bank, letter_pdf_async, result, error);
}

static void
details_async (TrancheBank         *bank,
               TrancheOrder        *order,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  GTask *task = make_task (bank, details_async, &details_service, order, cancellable, callback,
                           user_data);
  const char *id;

  if (tranche_cfront_call_require_service (task, TRANCHE_SERVICE_DETAILS) &&
      (id = tranche_cfront_call_require_order_id (task)))
    tranche_cfront_call_send (task, tranche_cfront_write_order (id), TRANCHE_PRIORITY_USER);
}

static TrancheOrderDetails *
details_finish (TrancheBank   *bank,
                GAsyncResult  *result,
                GError       **error)
{
  return finish (bank, details_async, result, error);
}

static void
return_goods_async (TrancheBank              *bank,
                    TrancheOrder             *order,
                    const TrancheGoodsReturn *goods_return,
                    GCancellable             *cancellable,
                    GAsyncReadyCallback       callback,
                    gpointer                  user_data)
{
  GTask *task = make_task (bank, return_goods_async, &return_service, order, cancellable, callback,
                           user_data);
  const char *id;

  if (tranche_cfront_call_require_service (task, TRANCHE_SERVICE_RETURN) &&
      (id = tranche_cfront_call_require_order_id (task)))
    tranche_cfront_call_send (task, tranche_cfront_write_return (id, goods_return),
                              TRANCHE_PRIORITY_USER);
}

static gboolean
return_goods_finish (TrancheBank   *bank,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_autoptr (TrancheOrder) order = finish (bank, return_goods_async, result, error);

  return order != NULL;
}

static void
report_async (TrancheBank         *bank,
              const char          *date,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = make_task (bank, report_async, &report_service, NULL, cancellable, callback,
                           user_data);

  if (tranche_cfront_call_require_service (task, TRANCHE_SERVICE_REPORT))
    tranche_cfront_call_send (task, tranche_cfront_write_report (date), TRANCHE_PRIORITY_USER);
}

static GPtrArray *
report_finish (TrancheBank   *bank,
               GAsyncResult  *result,
               GError       **error)
{
  return finish (bank, report_async, result, error);
}

void
tranche_cfront_client_add_services (TrancheBankInterface *iface)
{
  iface->find_customer_async = find_customer_async;
  iface->find_customer_finish = find_customer_finish;
  iface->contract_async = contract_async;
  iface->contract_finish = contract_finish;
  iface->letter_pdf_async = letter_pdf_async;
  iface->letter_pdf_finish = letter_pdf_finish;
  iface->details_async = details_async;
  iface->details_finish = details_finish;
  iface->return_goods_async = return_goods_async;
  iface->return_goods_finish = return_goods_finish;
  iface->report_async = report_async;
  iface->report_finish = report_finish;
}
