/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-uri.h"

static const struct {
  const char *uri;
  const char *number; /* NULL: refused */
} links[] = {
  { "tranche:order/0314-7KF29-W4N8D", "0314-7KF29-W4N8D" },
  { "TRANCHE:order/1", "1" },
  { "tranche:order/A%2F7", "A/7" },
  { "tranche:order/%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%20%E2%84%96%2012", "Заказ № 12" },
  { "tranche:order/50%25", "50%" },
  { "tranche:order/a+b", "a+b" },

  { "", NULL },
  { "tranche:", NULL },
  { "tranche:order", NULL },
  { "tranche:order/", NULL },
  { "tranche:/order/1", NULL },
  { "tranche://order/1", NULL },
  { "tranche:orders/1", NULL },
  { "tranche:ORDER/1", NULL },
  { "tranche:order/1/2", NULL },
  { "tranche:order/1?commit=yes", NULL },
  { "tranche:order/1#2", NULL },
  { "tranche:order/1 ", NULL },
  { "tranche:order/%20", NULL },
  { "tranche:order/%20 1", NULL },
  { "tranche:order/..", NULL },
  { "tranche:order/%", NULL },
  { "tranche:order/%4", NULL },
  { "tranche:order/%zz", NULL },
  { "tranche:order/%00", NULL },
  { "tranche:order/a%00b", NULL },
  { "tranche:order/a%0Ab", NULL },
  { "tranche:order/%FF", NULL },
  { "tranche:order/%C0%AF", NULL },
  { "tranche:order/Заказ", NULL },
  { "file:///order/1", NULL },
  { "https://example.com/tranche:order/1", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autofree char *number = tranche_order_uri_parse (links[i].uri);

    g_test_message ("“%s”", links[i].uri);
    g_assert_cmpstr (number, ==, links[i].number);
  }
}

static void
test_length (void)
{
  g_autofree char *longest = g_strnfill (64, '7');
  g_autofree char *longer = g_strnfill (65, '7');
  g_autofree char *longest_uri = g_strconcat ("tranche:order/", longest, NULL);
  g_autofree char *longer_uri = g_strconcat ("tranche:order/", longer, NULL);
  g_autofree char *number = tranche_order_uri_parse (longest_uri);

  g_assert_cmpstr (number, ==, longest);
  g_assert_null (tranche_order_uri_parse (longer_uri));
}

static void
test_build (void)
{
  static const char * const numbers[] = { "0314-7KF29-W4N8D", "A/7", "Заказ № 12", "50%", "a?b#c" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *uri = tranche_order_uri_build (numbers[i]);
    g_autofree char *number = tranche_order_uri_parse (uri);

    g_assert_cmpstr (number, ==, numbers[i]);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-uri/parse", test_parse);
  g_test_add_func ("/order-uri/length", test_length);
  g_test_add_func ("/order-uri/build", test_build);

  return g_test_run ();
}
