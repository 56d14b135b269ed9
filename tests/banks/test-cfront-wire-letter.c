/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-letter.h"

#include <string.h>

#include "core/bank-error.h"

#define HEADER                                                                                     \
  "\"request_id\":\"fa4a8249-336e-4e6d-9b85-79bc8be62377\","                                       \
  "\"answer_datetime\":\"2018-01-25T12:36:01\",\"from_organization\":\"Монобанк\","                \
  "\"organization_id\":21133352"

#define DOCUMENTS                                                                                  \
  "\"document\":{"                                                                                 \
  "\"passport\":{\"series\":\"АК\",\"number\":548967,\"issued\":\"Дніпровським РВ\","              \
  "\"date_of_issue\":\"2000-05-12\"},"                                                             \
  "\"id_card\":{\"number\":\"123456789\",\"issued\":1234,\"date_of_issue\":\"29.01.2019\","        \
  "\"valid_until\":\"2029-01-25\",\"registry_number\":\"12345678-12345\"},"                        \
  "\"residence_permit\":{\"series\":\"AA\",\"number\":\"1\"},"                                     \
  "\"international_passport\":{\"series\":\"FV\",\"number\":\"123456\","                           \
  "\"valid_until\":\"2025-01-25\"}}"

#define EXPANSION                                                                                  \
  "\"expansion\":{\"customer\":{\"first_name\":\"Олександр\",\"last_name\":\"Сідоренко\","         \
  "\"middle_name\":\"Ігорович\",\"inn\":1234567890," DOCUMENTS "},"                                \
  "\"invoice\":{\"invoice_number\":\"1234-1234-1234\",\"invoice_date\":\"2018-01-25\","            \
  "\"invoice_amount\":1234.56},"                                                                   \
  "\"payment_destination\":{\"dest_id\":\"36962487\",\"dest_name\":\"ТОВ \\\"Роги\\\"\","          \
  "\"dest_mfo\":305299,\"dest_bank_name\":\"IBOX\",\"dest_acc_number\":\"26000000000\"},"          \
  "\"bank\":{\"agreement\":\"КД-0001\",\"agreement_date\":\"20.07.2018\","                         \
  "\"credit_amount\":\"3500.00\",\"customer_pay_amount\":123.35,"                                  \
  "\"product_types\":\"payment_installments\",\"bank_id\":\"12345678\","                           \
  "\"bank_name\":\"ПАТ БАНК\",\"bank_executive\":\"Петренко І.В.\","                               \
  "\"available_parts_count\":\"7\",\"credit_product\":\"Глобус 7\"},"                              \
  "\"sign\":\"12E0F76458C6D1E4\",\"stamp\":\"1199A0F5E7C4A212\"}"

static TrancheContract *
read_letter (const char  *text,
             GError     **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return tranche_cfront_read_letter (body, "UAH", error);
}

static void
assert_document (TrancheContract     *contract,
                 guint                i,
                 TrancheDocumentKind  kind,
                 const char          *series,
                 const char          *number,
                 const char          *issuer,
                 const char          *issued_on,
                 const char          *valid_until)
{
  TrancheDocument *document = contract->documents->pdata[i];

  g_assert_cmpint (document->kind, ==, kind);
  g_assert_cmpstr (document->series, ==, series);
  g_assert_cmpstr (document->number, ==, number);
  g_assert_cmpstr (document->issuer, ==, issuer);
  g_assert_cmpstr (document->issued_on, ==, issued_on);
  g_assert_cmpstr (document->valid_until, ==, valid_until);
}

static void
assert_letter (TrancheContract *contract)
{
  g_autofree char *answered_at = g_date_time_format_iso8601 (contract->answered_at);

  g_assert_cmpstr (contract->request_id, ==, "fa4a8249-336e-4e6d-9b85-79bc8be62377");
  g_assert_cmpstr (answered_at, ==, "2018-01-25T12:36:01+02");
  g_assert_cmpstr (contract->bank_name, ==, "ПАТ БАНК");
  g_assert_cmpstr (contract->bank_code, ==, "12345678");
  g_assert_cmpstr (contract->bank_executive, ==, "Петренко І.В.");
  g_assert_cmpstr (contract->number, ==, "КД-0001");
  g_assert_cmpstr (contract->date, ==, "20.07.2018");
  g_assert_cmpstr (contract->product, ==, "Глобус 7");
  g_assert_cmpint (contract->credit_amount.minor, ==, 350000);
  g_assert_cmpint (contract->first_payment.minor, ==, 12335);
  g_assert_cmpuint (contract->parts, ==, 7);
  g_assert_cmpstr (contract->customer->last_name, ==, "Сідоренко");
  g_assert_cmpstr (contract->customer->first_name, ==, "Олександр");
  g_assert_cmpstr (contract->customer->middle_name, ==, "Ігорович");
  g_assert_cmpstr (contract->customer->tax_code, ==, "1234567890");
  g_assert_cmpstr (contract->invoice_number, ==, "1234-1234-1234");
  g_assert_cmpstr (contract->invoice_date, ==, "2018-01-25");
  g_assert_cmpint (contract->invoice_amount.minor, ==, 123456);
  g_assert_cmpstr (contract->payee_name, ==, "ТОВ \"Роги\"");
  g_assert_cmpstr (contract->payee_code, ==, "36962487");
  g_assert_cmpstr (contract->payee_bank_name, ==, "IBOX");
  g_assert_cmpstr (contract->payee_bank_code, ==, "305299");
  g_assert_cmpstr (contract->payee_account, ==, "26000000000");
  g_assert_cmpstr (contract->sign, ==, "12E0F76458C6D1E4");
  g_assert_cmpstr (contract->stamp, ==, "1199A0F5E7C4A212");

  g_assert_cmpuint (contract->documents->len, ==, 4);
  assert_document (contract, 0, TRANCHE_DOCUMENT_PASSPORT, "АК", "548967", "Дніпровським РВ",
                   "2000-05-12", NULL);
  assert_document (contract, 1, TRANCHE_DOCUMENT_ID_CARD, NULL, "123456789", "1234",
                   "29.01.2019", "2029-01-25");
  g_assert_cmpstr (((TrancheDocument *) contract->documents->pdata[1])->registry_number, ==,
                   "12345678-12345");
  assert_document (contract, 2, TRANCHE_DOCUMENT_RESIDENCE_PERMIT, "AA", "1", NULL, NULL, NULL);
  assert_document (contract, 3, TRANCHE_DOCUMENT_INTERNATIONAL_PASSPORT, "FV", "123456", NULL,
                   NULL, "2025-01-25");
}

static void
test_first_version (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheContract) contract =
    read_letter ("{\"header\":{" HEADER "}," EXPANSION "}", &error);

  g_assert_no_error (error);
  assert_letter (contract);
  g_assert_null (contract->shop_contract_number);
  g_assert_null (contract->shop_contract_date);
}

static void
test_second_version (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheContract) contract =
    read_letter ("{\"header\":{" HEADER ",\"contract_number\":12345678,"
                 "\"contract_date\":\"2018-01-25\"}," EXPANSION "}", &error);

  g_assert_no_error (error);
  assert_letter (contract);
  g_assert_cmpstr (contract->shop_contract_number, ==, "12345678");
  g_assert_cmpstr (contract->shop_contract_date, ==, "2018-01-25");
}

/* As the example in the specification has it, beside the name. */
static void
test_flat_document (void)
{
  static const struct {
    const char *type;
    TrancheDocumentKind kind;
  } rows[] = {
    { "\"0\"", TRANCHE_DOCUMENT_PASSPORT },
    { "0", TRANCHE_DOCUMENT_PASSPORT },
    { "\"1\"", TRANCHE_DOCUMENT_ID_CARD },
    { "null", TRANCHE_DOCUMENT_PASSPORT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text =
      g_strdup_printf ("{\"expansion\":{\"customer\":{\"last_name\":\"Іванов\","
                       "\"doc_type\":%s,\"doc_series\":\"АК\",\"doc_number\":\"548967\","
                       "\"doc_issued\":\"РВ\",\"doc_date_of_issue\":\"2000-05-12\"}}}",
                       rows[i].type);
    g_autoptr (TrancheContract) contract = read_letter (text, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (contract->documents->len, ==, 1);
    assert_document (contract, 0, rows[i].kind, "АК", "548967", "РВ", "2000-05-12", NULL);
  }
}

static void
test_lenient (void)
{
  static const char * const bodies[] = {
    "{\"header\":{}}",
    "{\"expansion\":{}}",
    "{\"header\":null,\"expansion\":{}}",
    "{\"header\":{\"request_id\":null,\"answer_datetime\":\"soon\",\"from_organization\":{}},"
    "\"expansion\":null}",
    "{\"expansion\":{\"customer\":null,\"invoice\":[],\"payment_destination\":\"x\",\"bank\":7,"
    "\"sign\":null}}",
    "{\"expansion\":{\"customer\":{\"document\":null,\"inn\":true}}}",
    "{\"expansion\":{\"customer\":{\"document\":{\"passport\":{},\"id_card\":null,"
    "\"driving_licence\":{\"number\":\"1\"}}},"
    "\"bank\":{\"credit_amount\":\"?\",\"customer_pay_amount\":1.234,"
    "\"available_parts_count\":2.5}}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheContract) contract = read_letter (bodies[i], &error);

    g_test_message ("%s", bodies[i]);
    g_assert_no_error (error);
    g_assert_null (contract->request_id);
    g_assert_null (contract->answered_at);
    g_assert_null (contract->bank_name);
    g_assert_null (contract->number);
    g_assert_null (contract->sign);
    g_assert_null (contract->customer->tax_code);
    g_assert_cmpuint (contract->documents->len, ==, 0);
    g_assert_cmpuint (contract->parts, ==, 0);
    g_assert_false (tranche_money_is_set (&contract->credit_amount));
    g_assert_false (tranche_money_is_set (&contract->first_payment));
  }
}

/* What the header says stays where the bank's own part says nothing. */
static void
test_header_counts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheContract) contract =
    read_letter ("{\"header\":{" HEADER "},\"expansion\":{\"bank\":{\"bank_name\":null,"
                 "\"bank_id\":\"\"}}}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (contract->bank_name, ==, "Монобанк");
  g_assert_cmpstr (contract->bank_code, ==, "21133352");
}

static void
test_hostile (void)
{
  static const char * const bodies[] = {
    "",
    "{}",
    "[]",
    "{\"header\":null,\"expansion\":null}",
    "{\"message\":\"no letter\"}",
    "{\"header\":{}",
    "{\"header\":{\"request_id\":\"\xff\"}}",
    "<guarantee><header/></guarantee>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", bodies[i]);
    g_assert_null (read_letter (bodies[i], &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-wire-letter/first-version", test_first_version);
  g_test_add_func ("/cfront-wire-letter/second-version", test_second_version);
  g_test_add_func ("/cfront-wire-letter/flat-document", test_flat_document);
  g_test_add_func ("/cfront-wire-letter/lenient", test_lenient);
  g_test_add_func ("/cfront-wire-letter/header-counts", test_header_counts);
  g_test_add_func ("/cfront-wire-letter/hostile", test_hostile);

  return g_test_run ();
}
