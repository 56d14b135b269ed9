/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/catalogue.h"

static void
learn (TrancheCatalogue *catalogue,
       const char       *name,
       const char       *code,
       gint64            price,
       const char       *category,
       gint64            time)
{
  TrancheMoney money = tranche_money (price, "UAH");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new (name, 2, &money, category, code);

  tranche_catalogue_learn (catalogue, item, time);
}

/* The names that are found, parted by bars. */
static char *
find (TrancheCatalogue *catalogue,
      const char       *text)
{
  g_autoptr (GPtrArray) found = tranche_catalogue_find (catalogue, text, "UAH", 5);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            tranche_order_item_get_name (found->pdata[i]));

  return g_string_free (names, FALSE);
}

#define assert_finds(catalogue, text, names) \
  G_STMT_START { \
    g_autofree char *found_names = find (catalogue, text); \
    g_assert_cmpstr (found_names, ==, names); \
  } G_STMT_END

static void
test_ranking (void)
{
  g_autoptr (TrancheCatalogue) catalogue = tranche_catalogue_new ();

  learn (catalogue, "Подушка для дивана", NULL, 500, NULL, 9);
  learn (catalogue, "Диван «Осло»", "D-1", 500, NULL, 1);
  learn (catalogue, "Диван «Рига»", "D-2", 500, NULL, 2);
  learn (catalogue, "Поддиванник", NULL, 500, NULL, 9);
  learn (catalogue, "Стол", "диван", 500, NULL, 1);
  learn (catalogue, "Стул", "диван-7", 500, NULL, 1);
  learn (catalogue, "Лампа", NULL, 500, NULL, 1);

  /* The code, a code that begins so, names that begin so with the last sold
   * first, a word inside, a part of a word. */
  assert_finds (catalogue, "Диван", "Стол|Стул|Диван «Рига»|Диван «Осло»|Подушка для дивана");
  assert_finds (catalogue, " диван РИГА ", "Диван «Рига»");
  assert_finds (catalogue, "рига диван", "Диван «Рига»");
  assert_finds (catalogue, "d-", "Диван «Рига»|Диван «Осло»");
  assert_finds (catalogue, "d-1", "Диван «Осло»");
  assert_finds (catalogue, "шкаф", "");
  assert_finds (catalogue, "диван шкаф", "");
  assert_finds (catalogue, "  ", "");

  /* What is sold more often goes first. */
  learn (catalogue, "Диван «Осло»", "D-1", 500, NULL, 1);
  assert_finds (catalogue, "диван «", "Диван «Осло»|Диван «Рига»");
}

static void
test_learning (void)
{
  g_autoptr (TrancheCatalogue) catalogue = tranche_catalogue_new ();
  g_autoptr (GPtrArray) found = NULL;
  TrancheOrderItem *item;

  /* The times do not come in order; nobody sells for nothing. */
  learn (catalogue, "Чайник", "T-1", 70000, "Посуда", 5);
  learn (catalogue, "чайник ", "t-1", 60000, "Кухня", 3);
  learn (catalogue, "ЧАЙНИК", "T-1", 0, NULL, 8);
  learn (catalogue, "", "T-9", 100, NULL, 8);
  g_assert_cmpuint (tranche_catalogue_get_n_goods (catalogue), ==, 1);

  found = tranche_catalogue_find (catalogue, "чай", "UAH", 5);
  g_assert_cmpuint (found->len, ==, 1);
  item = found->pdata[0];
  g_assert_cmpstr (tranche_order_item_get_name (item), ==, "ЧАЙНИК");
  g_assert_cmpint (tranche_order_item_get_price (item)->minor, ==, 70000);
  g_assert_cmpstr (tranche_order_item_get_category (item), ==, "Посуда");
  g_assert_cmpstr (tranche_order_item_get_vendor_code (item), ==, "T-1");
  g_assert_cmpint (tranche_order_item_get_quantity (item), ==, 1);
}

static void
test_limit_and_currency (void)
{
  g_autoptr (TrancheCatalogue) catalogue = tranche_catalogue_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) foreign = NULL;

  for (guint i = 0; i < 20; i++) {
    g_autofree char *name = g_strdup_printf ("Чашка %u", i);

    learn (catalogue, name, NULL, 100, NULL, i);
  }
  found = tranche_catalogue_find (catalogue, "чашка", "UAH", 7);
  g_assert_cmpuint (found->len, ==, 7);
  g_assert_cmpstr (tranche_order_item_get_name (found->pdata[0]), ==, "Чашка 19");
  foreign = tranche_catalogue_find (catalogue, "чашка", "RUB", 7);
  g_assert_cmpuint (foreign->len, ==, 0);
}

/* As a scanner reads it: all of it, and nothing that only begins so. */
static void
test_code (void)
{
  g_autoptr (TrancheCatalogue) catalogue = tranche_catalogue_new ();
  g_autoptr (TrancheOrderItem) found = NULL;

  learn (catalogue, "Кружка", "4820000000017", 100, NULL, 1);
  learn (catalogue, "Кружка синяя", "4820000000017", 120, NULL, 2);
  learn (catalogue, "Тарелка", NULL, 120, NULL, 2);
  found = tranche_catalogue_find_code (catalogue, "4820000000017", "UAH");
  g_assert_cmpstr (tranche_order_item_get_name (found), ==, "Кружка синяя");
  g_assert_null (tranche_catalogue_find_code (catalogue, "482000000001", "UAH"));
  g_assert_null (tranche_catalogue_find_code (catalogue, "4820000000017", "RUB"));
  g_assert_null (tranche_catalogue_find_code (catalogue, " ", "UAH"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/ranking", test_ranking);
  g_test_add_func ("/catalogue/learning", test_learning);
  g_test_add_func ("/catalogue/limit-and-currency", test_limit_and_currency);
  g_test_add_func ("/catalogue/code", test_code);

  return g_test_run ();
}
