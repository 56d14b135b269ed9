/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/catalogue.h"

#include <string.h>

/* How well goods fit what was typed, the best first. */
typedef enum {
  FIT_CODE,
  FIT_CODE_BEGINS,
  FIT_NAME_BEGINS,
  FIT_WORDS_BEGIN,
  FIT_INSIDE,
  FIT_NOT,
} Fit;

typedef struct {
  char *name;
  char *vendor_code; /* (nullable) */
  char *category;    /* (nullable) */
  TrancheMoney price;
  guint n_sales;
  gint64 last_sold;
  gint64 priced_at;
  gint64 categorized_at;
  /* For comparing. */
  char *folded_name;
  char *folded_code;
} Goods;

struct _TrancheCatalogue {
  GObject parent_instance;

  GPtrArray *goods;
  GHashTable *by_key; /* key → Goods */
};

G_DEFINE_FINAL_TYPE (TrancheCatalogue, tranche_catalogue, G_TYPE_OBJECT)

static void
goods_free (Goods *goods)
{
  g_free (goods->name);
  g_free (goods->vendor_code);
  g_free (goods->category);
  g_free (goods->folded_name);
  g_free (goods->folded_code);
  g_free (goods);
}

static void
tranche_catalogue_finalize (GObject *object)
{
  TrancheCatalogue *self = TRANCHE_CATALOGUE (object);

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->goods);

  G_OBJECT_CLASS (tranche_catalogue_parent_class)->finalize (object);
}

static void
tranche_catalogue_class_init (TrancheCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_catalogue_finalize;
}

static void
tranche_catalogue_init (TrancheCatalogue *self)
{
  self->goods = g_ptr_array_new_with_free_func ((GDestroyNotify) goods_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TrancheCatalogue *
tranche_catalogue_new (void)
{
  return g_object_new (TRANCHE_TYPE_CATALOGUE, NULL);
}

/* Case and compatibility forms do not matter, nor blanks around. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (g_strstrip (valid), -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal, -1);
}

static Goods *
goods_new (TrancheOrderItem *item)
{
  Goods *goods = g_new0 (Goods, 1);

  goods->name = g_strdup (tranche_order_item_get_name (item));
  goods->vendor_code = g_strdup (tranche_order_item_get_vendor_code (item));
  goods->price = *tranche_order_item_get_price (item);
  goods->folded_name = fold (goods->name);
  goods->folded_code = fold (goods->vendor_code);

  return goods;
}

static Goods *
find_or_add (TrancheCatalogue *self,
             TrancheOrderItem *item)
{
  g_autofree char *name = fold (tranche_order_item_get_name (item));
  g_autofree char *code = fold (tranche_order_item_get_vendor_code (item));
  g_autofree char *key = g_strjoin ("\n", tranche_order_item_get_price (item)->currency, code,
                                    name, NULL);
  Goods *goods = g_hash_table_lookup (self->by_key, key);

  if (goods != NULL)
    return goods;

  goods = goods_new (item);
  g_ptr_array_add (self->goods, goods);
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), goods);

  return goods;
}

void
tranche_catalogue_learn (TrancheCatalogue *self,
                         TrancheOrderItem *item,
                         gint64            time)
{
  const TrancheMoney *price;
  const char *category;
  const char *name;
  Goods *goods;

  g_return_if_fail (TRANCHE_IS_CATALOGUE (self));
  g_return_if_fail (item != NULL);

  name = tranche_order_item_get_name (item);
  if (name == NULL || *name == '\0')
    return;

  goods = find_or_add (self, item);
  goods->n_sales++;

  price = tranche_order_item_get_price (item);
  if (price->minor > 0 && time >= goods->priced_at) {
    goods->price = *price;
    goods->priced_at = time;
  }

  category = tranche_order_item_get_category (item);
  if (category != NULL && time >= goods->categorized_at) {
    g_set_str (&goods->category, category);
    goods->categorized_at = time;
  }

  /* As it was written last. */
  if (time >= goods->last_sold) {
    g_set_str (&goods->name, name);
    goods->last_sold = time;
  }
}

guint
tranche_catalogue_get_n_goods (TrancheCatalogue *self)
{
  g_return_val_if_fail (TRANCHE_IS_CATALOGUE (self), 0);

  return self->goods->len;
}

/* Whether @word is where a word of @name begins. */
static gboolean
begins_word (const char *name,
             const char *word)
{
  for (const char *found = strstr (name, word); found != NULL; found = strstr (found + 1, word)) {
    if (found == name || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found))))
      return TRUE;
  }

  return FALSE;
}

static Fit
judge_words (const Goods  *goods,
             char        **words)
{
  Fit fit = FIT_WORDS_BEGIN;

  for (guint i = 0; words[i] != NULL; i++) {
    if (strstr (goods->folded_name, words[i]) == NULL &&
        strstr (goods->folded_code, words[i]) == NULL)
      return FIT_NOT;
    if (!begins_word (goods->folded_name, words[i]))
      fit = FIT_INSIDE;
  }

  return fit;
}

static Fit
judge (const Goods  *goods,
       const char   *text,
       char        **words)
{
  if (g_str_equal (goods->folded_code, text))
    return FIT_CODE;
  if (g_str_has_prefix (goods->folded_code, text))
    return FIT_CODE_BEGINS;
  if (g_str_has_prefix (goods->folded_name, text))
    return FIT_NAME_BEGINS;

  return judge_words (goods, words);
}

/* Goods that fit, and how well. */
typedef struct {
  const Goods *goods;
  Fit fit;
} Match;

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->fit != second->fit)
    return first->fit < second->fit ? -1 : 1;
  if (first->goods->n_sales != second->goods->n_sales)
    return first->goods->n_sales > second->goods->n_sales ? -1 : 1;
  if (first->goods->last_sold != second->goods->last_sold)
    return first->goods->last_sold > second->goods->last_sold ? -1 : 1;

  return strcmp (first->goods->folded_name, second->goods->folded_name);
}

static TrancheOrderItem *
make_item (const Goods *goods)
{
  return tranche_order_item_new (goods->name, 1, &goods->price, goods->category,
                                 goods->vendor_code);
}

static char **
split_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  }

  return g_strv_builder_end (builder);
}

GPtrArray *
tranche_catalogue_find (TrancheCatalogue *self,
                        const char       *text,
                        const char       *currency,
                        guint             limit)
{
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (TRANCHE_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (text != NULL && currency != NULL, NULL);

  folded = fold (text);
  if (*folded == '\0')
    return g_steal_pointer (&found);

  words = split_words (folded);
  for (guint i = 0; i < self->goods->len; i++) {
    Match match = { g_ptr_array_index (self->goods, i), FIT_NOT };

    if (!g_str_equal (match.goods->price.currency, currency))
      continue;
    match.fit = judge (match.goods, folded, words);
    if (match.fit != FIT_NOT)
      g_array_append_val (matches, match);
  }

  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < MIN (matches->len, limit); i++)
    g_ptr_array_add (found, make_item (g_array_index (matches, Match, i).goods));

  return g_steal_pointer (&found);
}

TrancheOrderItem *
tranche_catalogue_find_code (TrancheCatalogue *self,
                             const char       *vendor_code,
                             const char       *currency)
{
  g_autofree char *folded = NULL;
  const Goods *found = NULL;

  g_return_val_if_fail (TRANCHE_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (vendor_code != NULL && currency != NULL, NULL);

  folded = fold (vendor_code);
  for (guint i = 0; *folded != '\0' && i < self->goods->len; i++) {
    const Goods *goods = g_ptr_array_index (self->goods, i);

    if (g_str_equal (goods->folded_code, folded) &&
        g_str_equal (goods->price.currency, currency) &&
        (found == NULL || goods->last_sold > found->last_sold))
      found = goods;
  }

  return found != NULL ? make_item (found) : NULL;
}
