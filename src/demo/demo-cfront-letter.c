/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-letter.h"

#include "banks/cfront-signature.h"
#include "demo/demo-cfront-answer.h"
#include "demo/demo-member.h"

/* Stand for the keys of the bank and of its seal. */
#define SIGN_KEY  "demo bank sign"
#define STAMP_KEY "demo bank stamp"

/* What is signed: the values in the order that the specification lists, with
 * nothing between them. */
static GBytes *
join_values (const TrancheDemoCfrontLetter *self)
{
  const TrancheDemoCfrontOrder *order = self->order;
  const TrancheDemoCfrontDocument *document = &order->person->document;
  g_autofree char *sum = tranche_money_to_decimal (&order->application->sum);
  g_autofree char *initial_sum = tranche_money_to_decimal (&self->initial_sum);
  const char *const values[] = {
    order->person->customer->last_name, order->person->customer->first_name,
    order->person->customer->middle_name, document->series, document->number, document->issued,
    document->date_of_issue, order->person->customer->tax_code, self->invoice_number,
    self->invoice_date, sum, TRANCHE_DEMO_CFRONT_PAYEE_CODE, TRANCHE_DEMO_CFRONT_PAYEE_NAME,
    TRANCHE_DEMO_CFRONT_PAYEE_MFO, TRANCHE_DEMO_CFRONT_PAYEE_BANK,
    TRANCHE_DEMO_CFRONT_PAYEE_ACCOUNT, self->answered_at, order->contract, self->agreement_date,
    sum, initial_sum, TRANCHE_DEMO_CFRONT_BANK_CODE, TRANCHE_DEMO_CFRONT_BANK_NAME,
    TRANCHE_DEMO_CFRONT_EXECUTIVE,
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_string_append (text, values[i] ? values[i] : "");

  return g_string_free_to_bytes (text);
}

TrancheDemoCfrontLetter *
tranche_demo_cfront_letter_new (const TrancheDemoCfrontOrder *order,
                                const char                   *invoice_number,
                                const char                   *invoice_date,
                                gint64                        now)
{
  const TrancheDemoCfrontApplication *application = order->application;
  TrancheDemoCfrontLetter *self = g_new0 (TrancheDemoCfrontLetter, 1);
  g_autoptr (GBytes) values = NULL;

  self->order = order;
  self->invoice_number = g_strdup (invoice_number ? invoice_number : application->invoice_number);
  self->invoice_date = g_strdup (invoice_date ? invoice_date : application->invoice_date);
  self->answered_at = tranche_demo_cfront_time (now);
  self->agreement_date = tranche_demo_cfront_day (order->agreed_at);
  self->initial_sum = tranche_money_is_set (&application->initial_sum)
                        ? application->initial_sum
                        : tranche_money (0, application->sum.currency);
  values = join_values (self);
  self->sign = tranche_cfront_sign (values, SIGN_KEY);
  self->stamp = tranche_cfront_sign (values, STAMP_KEY);

  return self;
}

void
tranche_demo_cfront_letter_free (TrancheDemoCfrontLetter *self)
{
  g_free (self->invoice_number);
  g_free (self->invoice_date);
  g_free (self->answered_at);
  g_free (self->agreement_date);
  g_free (self->sign);
  g_free (self->stamp);
  g_free (self);
}

static void
begin_member (TrancheJsonWriter *writer,
              const char        *name)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_begin_object (writer);
}

static void
write_known (TrancheJsonWriter *writer,
             const char        *name,
             const char        *text)
{
  if (text)
    tranche_demo_member_string (writer, name, text);
}

static void
write_header (TrancheJsonWriter             *writer,
              const TrancheDemoCfrontLetter *self,
              gboolean                       with_shop_contract)
{
  begin_member (writer, "header");
  tranche_demo_member_string (writer, "request_id", self->order->id);
  tranche_demo_member_string (writer, "answer_datetime", self->answered_at);
  tranche_demo_member_string (writer, "from_organization", TRANCHE_DEMO_CFRONT_BANK_NAME);
  tranche_demo_member_string (writer, "organization_id", TRANCHE_DEMO_CFRONT_BANK_CODE);
  if (with_shop_contract) {
    tranche_demo_member_string (writer, "contract_number", TRANCHE_DEMO_CFRONT_SHOP_CONTRACT);
    tranche_demo_member_string (writer, "contract_date", TRANCHE_DEMO_CFRONT_SHOP_DATE);
  }
  tranche_json_writer_end_object (writer);
}

static void
write_customer (TrancheJsonWriter             *writer,
                const TrancheDemoCfrontPerson *person)
{
  const TrancheDemoCfrontDocument *document = &person->document;

  begin_member (writer, "customer");
  tranche_demo_member_string (writer, "first_name", person->customer->first_name);
  tranche_demo_member_string (writer, "last_name", person->customer->last_name);
  tranche_demo_member_string (writer, "middle_name", person->customer->middle_name);
  tranche_demo_member_string (writer, "inn", person->customer->tax_code);
  begin_member (writer, "document");
  begin_member (writer, document->member);
  write_known (writer, "series", document->series);
  tranche_demo_member_string (writer, "number", document->number);
  write_known (writer, "issued", document->issued);
  tranche_demo_member_string (writer, "date_of_issue", document->date_of_issue);
  write_known (writer, "valid_until", document->valid_until);
  write_known (writer, "registry_number", document->registry_number);
  tranche_json_writer_end_object (writer);
  tranche_json_writer_end_object (writer);
  tranche_json_writer_end_object (writer);
}

static void
write_invoice (TrancheJsonWriter             *writer,
               const TrancheDemoCfrontLetter *self)
{
  begin_member (writer, "invoice");
  tranche_demo_member_string (writer, "invoice_number", self->invoice_number);
  tranche_demo_member_string (writer, "invoice_date", self->invoice_date);
  tranche_demo_member_money (writer, "invoice_amount", &self->order->application->sum);
  tranche_json_writer_end_object (writer);
}

static void
write_payee (TrancheJsonWriter *writer)
{
  begin_member (writer, "payment_destination");
  tranche_demo_member_string (writer, "dest_id", TRANCHE_DEMO_CFRONT_PAYEE_CODE);
  tranche_demo_member_string (writer, "dest_name", TRANCHE_DEMO_CFRONT_PAYEE_NAME);
  tranche_demo_member_string (writer, "dest_mfo", TRANCHE_DEMO_CFRONT_PAYEE_MFO);
  tranche_demo_member_string (writer, "dest_bank_name", TRANCHE_DEMO_CFRONT_PAYEE_BANK);
  tranche_demo_member_string (writer, "dest_acc_number", TRANCHE_DEMO_CFRONT_PAYEE_ACCOUNT);
  tranche_json_writer_end_object (writer);
}

static void
write_bank (TrancheJsonWriter             *writer,
            const TrancheDemoCfrontLetter *self)
{
  const TrancheDemoCfrontOrder *order = self->order;

  begin_member (writer, "bank");
  tranche_demo_member_string (writer, "agreement", order->contract);
  tranche_demo_member_string (writer, "agreement_date", self->agreement_date);
  tranche_demo_member_money (writer, "credit_amount", &order->application->sum);
  tranche_demo_member_money (writer, "customer_pay_amount", &self->initial_sum);
  tranche_demo_member_string (writer, "product_types", "payment_installments");
  tranche_demo_member_string (writer, "bank_id", TRANCHE_DEMO_CFRONT_BANK_CODE);
  tranche_demo_member_string (writer, "bank_name", TRANCHE_DEMO_CFRONT_BANK_NAME);
  tranche_demo_member_string (writer, "bank_executive", TRANCHE_DEMO_CFRONT_EXECUTIVE);
  tranche_demo_member_integer (writer, "available_parts_count", order->parts);
  write_known (writer, "credit_product", order->application->product);
  tranche_json_writer_end_object (writer);
}

char *
tranche_demo_cfront_letter_to_json (const TrancheDemoCfrontLetter *self,
                                    gboolean                       with_shop_contract)
{
  TrancheJsonWriter *writer = tranche_json_writer_new ();

  tranche_json_writer_begin_object (writer);
  write_header (writer, self, with_shop_contract);
  begin_member (writer, "expansion");
  write_customer (writer, self->order->person);
  write_invoice (writer, self);
  write_payee (writer);
  write_bank (writer, self);
  tranche_demo_member_string (writer, "sign", self->sign);
  tranche_demo_member_string (writer, "stamp", self->stamp);
  tranche_json_writer_end_object (writer);
  tranche_json_writer_end_object (writer);

  return tranche_json_writer_finish (writer);
}
