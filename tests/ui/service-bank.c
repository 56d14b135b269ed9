/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "service-bank.h"

/* An answer, and how it is freed. */
typedef struct {
  gpointer value;
  GDestroyNotify free;
} Answer;

struct _ServiceBank {
  GObject parent_instance;

  TrancheCapabilities capabilities;
  Answer contract;
  Answer pdf;
  Answer details;
  Answer report;
  Answer payout;
  GError *error;
  char *last_text;
};

static void bank_init (TrancheBankInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ServiceBank, service_bank, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK, bank_init))

static void
answer_set (Answer         *self,
            gpointer        value,
            GDestroyNotify  free)
{
  if (self->value != NULL)
    self->free (self->value);
  self->value = value;
  self->free = free;
}

static void
service_bank_finalize (GObject *object)
{
  ServiceBank *self = SERVICE_BANK (object);

  answer_set (&self->contract, NULL, NULL);
  answer_set (&self->pdf, NULL, NULL);
  answer_set (&self->details, NULL, NULL);
  answer_set (&self->report, NULL, NULL);
  answer_set (&self->payout, NULL, NULL);
  g_clear_error (&self->error);
  g_free (self->last_text);

  G_OBJECT_CLASS (service_bank_parent_class)->finalize (object);
}

static void
service_bank_class_init (ServiceBankClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = service_bank_finalize;
}

static void
service_bank_init (ServiceBank *self)
{
}

ServiceBank *
service_bank_new (TrancheCapabilities capabilities)
{
  ServiceBank *self = g_object_new (SERVICE_TYPE_BANK, NULL);

  self->capabilities = capabilities;

  return self;
}

TrancheContract *
service_bank_new_contract (void)
{
  TrancheContract *contract = tranche_contract_new ();
  TrancheDocument *passport = tranche_document_new (TRANCHE_DOCUMENT_PASSPORT);
  TrancheDocument *card = tranche_document_new (TRANCHE_DOCUMENT_ID_CARD);

  contract->request_id = g_strdup ("fa4a8249-336e-4e6d-9b85-79bc8be62377");
  contract->answered_at = g_date_time_new_local (2025, 12, 3, 14, 5, 0);
  contract->bank_name = g_strdup ("ПАТ Банк");
  contract->bank_code = g_strdup ("21133352");
  contract->bank_executive = g_strdup ("Петренко І. В.");
  contract->shop_contract_number = g_strdup ("HFIOEWDD");
  contract->shop_contract_date = g_strdup ("2018-07-02");
  contract->number = g_strdup ("КД-0001");
  contract->date = g_strdup ("03.12.2025");
  contract->product = g_strdup ("Глобус 7");
  contract->credit_amount = tranche_money (350000, "UAH");
  contract->first_payment = tranche_money (12335, "UAH");
  contract->parts = 7;
  contract->customer->last_name = g_strdup ("Сидоренко");
  contract->customer->first_name = g_strdup ("Олександр");
  contract->customer->tax_code = g_strdup ("1234567890");
  passport->series = g_strdup ("АК");
  passport->number = g_strdup ("548967");
  passport->issuer = g_strdup ("Дніпровським РВ ДМУ УМВС у Дніпропетровській області");
  passport->issued_on = g_strdup ("2000-05-12");
  g_ptr_array_add (contract->documents, passport);
  card->number = g_strdup ("123456789");
  card->valid_until = g_strdup ("2029-01-25");
  card->registry_number = g_strdup ("12345678-12345");
  g_ptr_array_add (contract->documents, card);
  contract->invoice_number = g_strdup ("1234-1234");
  contract->invoice_date = g_strdup ("2025-12-03");
  contract->invoice_amount = tranche_money (362335, "UAH");
  contract->payee_name = g_strdup ("ТОВ «Меблі»");
  contract->payee_code = g_strdup ("36962487");
  contract->payee_bank_name = g_strdup ("IBOX");
  contract->payee_bank_code = g_strdup ("305299");
  contract->payee_account = g_strdup ("UA213223130000026007233566001");
  contract->sign = g_strdup ("12E0F76458C6D1E412E0F76458C6D1E412E0F76458C6D1E4");
  contract->stamp = g_strdup ("1199A0F5E7C4A212");

  return contract;
}

void
service_bank_plan_contract (ServiceBank     *self,
                            TrancheContract *contract)
{
  answer_set (&self->contract, contract, (GDestroyNotify) tranche_contract_free);
}

void
service_bank_plan_pdf (ServiceBank *self,
                       GBytes      *pdf)
{
  answer_set (&self->pdf, pdf, (GDestroyNotify) g_bytes_unref);
}

void
service_bank_plan_details (ServiceBank         *self,
                           TrancheOrderDetails *details)
{
  answer_set (&self->details, details, (GDestroyNotify) tranche_order_details_free);
}

void
service_bank_plan_report (ServiceBank *self,
                          GPtrArray   *lines)
{
  answer_set (&self->report, lines, (GDestroyNotify) g_ptr_array_unref);
}

void
service_bank_plan_payout (ServiceBank   *self,
                          TranchePayout *payout)
{
  answer_set (&self->payout, payout, (GDestroyNotify) tranche_payout_free);
}

void
service_bank_plan_error (ServiceBank *self,
                         GError      *error)
{
  g_clear_error (&self->error);
  self->error = error;
}

const char *
service_bank_get_last_text (ServiceBank *self)
{
  return self->last_text;
}

/* Takes what is planned. */
static void
answer (TrancheBank         *bank,
        Answer              *planned,
        GCancellable        *cancellable,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  ServiceBank *self = SERVICE_BANK (bank);
  g_autoptr (GTask) task = g_task_new (bank, cancellable, callback, user_data);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else if (planned->value != NULL)
    g_task_return_pointer (task, g_steal_pointer (&planned->value), planned->free);
  else
    g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "down"));
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
  ServiceBank *self = SERVICE_BANK (bank);

  g_free (self->last_text);
  self->last_text = g_strdup_printf ("%s %s", invoice_number, invoice_date);
  answer (bank, &self->contract, cancellable, callback, user_data);
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
  answer (bank, &SERVICE_BANK (bank)->pdf, cancellable, callback, user_data);
}

static void
details_async (TrancheBank         *bank,
               TrancheOrder        *order,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  answer (bank, &SERVICE_BANK (bank)->details, cancellable, callback, user_data);
}

static void
report_async (TrancheBank         *bank,
              const char          *date,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  ServiceBank *self = SERVICE_BANK (bank);

  g_set_str (&self->last_text, date);
  answer (bank, &self->report, cancellable, callback, user_data);
}

static void
check_payout_async (TrancheBank         *bank,
                    TrancheOrder        *order,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  answer (bank, &SERVICE_BANK (bank)->payout, cancellable, callback, user_data);
}

static gpointer
finish (TrancheBank   *bank,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static TrancheContract *
contract_finish (TrancheBank   *bank,
                 GAsyncResult  *result,
                 GError       **error)
{
  return finish (bank, result, error);
}

static GBytes *
letter_pdf_finish (TrancheBank   *bank,
                   GAsyncResult  *result,
                   GError       **error)
{
  return finish (bank, result, error);
}

static TrancheOrderDetails *
details_finish (TrancheBank   *bank,
                GAsyncResult  *result,
                GError       **error)
{
  return finish (bank, result, error);
}

static GPtrArray *
report_finish (TrancheBank   *bank,
               GAsyncResult  *result,
               GError       **error)
{
  return finish (bank, result, error);
}

static TranchePayout *
check_payout_finish (TrancheBank   *bank,
                     GAsyncResult  *result,
                     GError       **error)
{
  return finish (bank, result, error);
}

static TrancheCapabilities
get_capabilities (TrancheBank *bank)
{
  return SERVICE_BANK (bank)->capabilities;
}

static void
bank_init (TrancheBankInterface *iface)
{
  iface->get_capabilities = get_capabilities;
  iface->contract_async = contract_async;
  iface->contract_finish = contract_finish;
  iface->letter_pdf_async = letter_pdf_async;
  iface->letter_pdf_finish = letter_pdf_finish;
  iface->details_async = details_async;
  iface->details_finish = details_finish;
  iface->report_async = report_async;
  iface->report_finish = report_finish;
  iface->check_payout_async = check_payout_async;
  iface->check_payout_finish = check_payout_finish;
}
