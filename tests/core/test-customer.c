/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/customer.h"

static void
test_full_name (void)
{
  static const struct {
    TrancheCustomer customer;
    const char *name;
  } cases[] = {
    { { NULL }, "" },
    { { .last_name = (char *) "Иванов", .first_name = (char *) "Пётр", .middle_name = (char *) "Ильич" },
      "Иванов Пётр Ильич" },
    { { .last_name = (char *) "Иванов", .first_name = (char *) "", .middle_name = (char *) "Ильич" },
      "Иванов Ильич" },
    { { .first_name = (char *) "Пётр" }, "Пётр" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = tranche_customer_get_full_name (&cases[i].customer);

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

static void
test_copy (void)
{
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (TrancheCustomer) copy = NULL;
  char **fields[] = {
    &customer->last_name, &customer->first_name, &customer->middle_name,
    &customer->phone, &customer->email, &customer->tax_code,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i] = g_strdup_printf ("%zu", i);

  copy = g_boxed_copy (TRANCHE_TYPE_CUSTOMER, customer);
  g_assert_true (tranche_customer_equal (customer, copy));
  g_assert_true (copy->phone != customer->phone);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *value = g_steal_pointer (fields[i]);

    g_assert_false (tranche_customer_equal (customer, copy));
    *fields[i] = g_steal_pointer (&value);
  }
}

static void
test_merge (void)
{
  static const struct {
    const char *known;
    const char *said;
    const char *merged;
  } cases[] = {
    { NULL, NULL, NULL },
    { NULL, "", NULL },
    { NULL, "Иван", "Иван" },
    { NULL, "И***", "И***" },
    { "", "И***", "И***" },
    { "Иван", NULL, "Иван" },
    { "Иван", "", "Иван" },
    { "Иван", "И***", "Иван" },
    { "Иван", "Пётр", "Пётр" },
    { "И***", "Иван", "Иван" },
    { "И***", "П***", "П***" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheCustomer) self = tranche_customer_new ();
    g_autoptr (TrancheCustomer) other = tranche_customer_new ();

    self->first_name = g_strdup (cases[i].known);
    self->tax_code = g_strdup ("kept");
    other->first_name = g_strdup (cases[i].said);

    tranche_customer_merge (self, other);

    g_assert_cmpstr (self->first_name, ==, cases[i].merged);
    g_assert_cmpstr (self->tax_code, ==, "kept");
  }
}

static void
test_phone (void)
{
  static const struct {
    const char *phone;
    const char *country;
    const char *digits;
  } cases[] = {
    { "8 (999) 888-77-66", "RU", "79998887766" },
    { "89998887766", "RU", "79998887766" },
    { "+7 999 888 77 66", "RU", "79998887766" },
    { "7 999 888 77 66", "RU", "79998887766" },
    { "9998887766", "RU", "79998887766" },
    { "+8 999 888 77 66", "RU", "89998887766" },
    { "+380 50 123-45-67", "RU", "380501234567" },
    { "050 123 45 67", "UA", "380501234567" },
    { "501234567", "UA", "380501234567" },
    { "80501234567", "UA", "380501234567" },
    { "380501234567", "UA", "380501234567" },
    { "+380501234567", "UA", "380501234567" },
    { "9998887766", "UA", "9998887766" },
    { "12345", "RU", "12345" },
    { "9998887766", "DE", "9998887766" },
    { "9998887766", NULL, "9998887766" },
    { "none", "RU", "" },
    { "", "RU", "" },
    { NULL, "RU", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *digits = tranche_phone_to_digits (cases[i].phone, cases[i].country);

    g_assert_cmpstr (digits, ==, cases[i].digits);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/customer/full-name", test_full_name);
  g_test_add_func ("/customer/copy", test_copy);
  g_test_add_func ("/customer/merge", test_merge);
  g_test_add_func ("/customer/phone", test_phone);

  return g_test_run ();
}
