/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-customer.h"

#include <string.h>

#include "core/bank-error.h"

static TrancheCustomer *
read_customer (const char  *text,
               GError     **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return tranche_cfront_read_customer (body, error);
}

static void
test_first_version (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheCustomer) customer =
    read_customer ("{\"found\":true,\"client\":{\"first_name\":\"Олександр\","
                   "\"last_name\":\"Сідоренко\",\"middle_name\":\"Ігорович\","
                   "\"inn\":\"1234567890\"}}",
                   &error);

  g_assert_no_error (error);
  g_assert_cmpstr (customer->first_name, ==, "Олександр");
  g_assert_cmpstr (customer->last_name, ==, "Сідоренко");
  g_assert_cmpstr (customer->middle_name, ==, "Ігорович");
  g_assert_cmpstr (customer->tax_code, ==, "1234567890");
  g_assert_null (customer->phone);
}

static void
test_second_version (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheCustomer) customer = read_customer ("{\"found\":true}", &error);

  g_assert_no_error (error);
  g_assert_nonnull (customer);
  g_assert_null (customer->first_name);
  g_assert_null (customer->tax_code);
}

static void
test_odd (void)
{
  static const struct {
    const char *body;
    const char *last_name;
    const char *tax_code;
  } rows[] = {
    { "{\"found\":true,\"client\":{\"last_name\":\"Сідоренко\",\"inn\":123456}}", "Сідоренко",
      "123456" },
    { "{\"found\":true,\"client\":{\"last_name\":\"Сідоренко\",\"middle_name\":null,"
      "\"inn\":\"АА123456\",\"email\":[]}}",
      "Сідоренко", "АА123456" },
    { "{\"client\":{\"last_name\":\"Сідоренко\"}}", "Сідоренко", NULL },
    { "{\"last_name\":\"Сідоренко\",\"inn\":\"0123456789\"}", "Сідоренко", "0123456789" },
    { "{\"found\":\"true\",\"client\":null}", NULL, NULL },
    { "{\"client\":{},\"found\":true}", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheCustomer) customer = read_customer (rows[i].body, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (customer->last_name, ==, rows[i].last_name);
    g_assert_cmpstr (customer->tax_code, ==, rows[i].tax_code);
  }
}

static void
test_refused (void)
{
  static const struct {
    const char *body;
    TrancheBankError code;
  } rows[] = {
    { "{\"found\":false}", TRANCHE_BANK_ERROR_NOT_FOUND },
    { "{\"found\":false,\"client\":{}}", TRANCHE_BANK_ERROR_NOT_FOUND },
    { "{\"found\":\"false\"}", TRANCHE_BANK_ERROR_NOT_FOUND },
    { "{\"found\":false,\"client\":{\"last_name\":\"Сідоренко\"}}", TRANCHE_BANK_ERROR_NOT_FOUND },
    { "{}", TRANCHE_BANK_ERROR_PROTOCOL },
    { "{\"found\":1}", TRANCHE_BANK_ERROR_PROTOCOL },
    { "{\"found\":null}", TRANCHE_BANK_ERROR_PROTOCOL },
    { "{\"found\":true,\"client\":\"Сідоренко\"}", TRANCHE_BANK_ERROR_PROTOCOL },
    { "{\"found\":true,\"client\":{}", TRANCHE_BANK_ERROR_PROTOCOL },
    { "[{\"found\":true}]", TRANCHE_BANK_ERROR_PROTOCOL },
    { "true", TRANCHE_BANK_ERROR_PROTOCOL },
    { "", TRANCHE_BANK_ERROR_PROTOCOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", rows[i].body);
    g_assert_null (read_customer (rows[i].body, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, (int) rows[i].code);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-wire-customer/first-version", test_first_version);
  g_test_add_func ("/cfront-wire-customer/second-version", test_second_version);
  g_test_add_func ("/cfront-wire-customer/odd", test_odd);
  g_test_add_func ("/cfront-wire-customer/refused", test_refused);

  return g_test_run ();
}
