/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-goods.h"

#include "core/order-item.h"

#define FURNITURE   "Мебель"
#define APPLIANCES  "Бытовая техника"
#define ELECTRONICS "Электроника"

typedef struct {
  const char *name;
  const char *category;
  const char *vendor_code;
  /* In kopecks. */
  gint64 price;
  guint quantity;
} Good;

#define MAX_GOODS 3

/* What is bought together, the main thing first. */
static const Good baskets[][MAX_GOODS] = {
  { { "Диван-кровать «Осло», велюр, серый", FURNITURE, "DV-2214", 5499000, 1 },
    { "Подушка декоративная 45×45", FURNITURE, "PD-0450", 89900, 4 } },
  { { "Диван угловой «Мадрид»", FURNITURE, "DV-3107", 8999000, 1 } },
  { { "Кухонный гарнитур «Лофт» 2,4 м", FURNITURE, "KG-0240", 12490000, 1 },
    { "Столешница 38 мм, дуб", FURNITURE, "ST-0038", 1149950, 2 },
    { "Доставка и сборка", NULL, NULL, 650000, 1 } },
  { { "Шкаф-купе «Бассет» 1,8 м", FURNITURE, "SK-1800", 4399000, 1 },
    { "Сборка мебели", NULL, NULL, 350000, 1 } },
  { { "Кровать «Сканди» 160×200", FURNITURE, "KR-1620", 2799000, 1 },
    { "Матрас ортопедический 160×200", FURNITURE, "MT-1620", 2349950, 1 } },
  { { "Стол обеденный раздвижной", FURNITURE, "SO-0120", 1899000, 1 },
    { "Стул «Эймс», белый", FURNITURE, "SE-0011", 349900, 4 } },
  { { "Комод «Сириус», 6 ящиков", FURNITURE, "KM-0006", 1549000, 1 } },
  { { "Детская кровать-чердак", FURNITURE, "DK-0077", 3650000, 1 },
    { "Матрас детский 80×190", FURNITURE, "MT-0819", 899000, 1 } },
  { { "Кресло-реклайнер", FURNITURE, "KR-0505", 3199000, 1 } },
  { { "Холодильник двухкамерный Атлант ХМ 4624", APPLIANCES, "4624-101", 3899900, 1 } },
  { { "Стиральная машина LG F2J3", APPLIANCES, "F2J3WS0W", 4199900, 1 },
    { "Шланг заливной 3 м", APPLIANCES, "SZ-3", 49990, 1 } },
  { { "Посудомоечная машина Bosch 45 см", APPLIANCES, "SPV2IKX10E", 3749900, 1 },
    { "Таблетки для посудомоечной машины, 100 шт.", APPLIANCES, "TB-100", 129950, 2 } },
  { { "Варочная панель Gorenje", APPLIANCES, "IT640BSC", 2699000, 1 },
    { "Духовой шкаф Gorenje", APPLIANCES, "BO6735E02", 3499000, 1 } },
  { { "Робот-пылесос Dreame L10", APPLIANCES, "L10S", 3499900, 1 } },
  { { "Кофемашина De’Longhi Magnifica", APPLIANCES, "ECAM22.110", 4299900, 1 },
    { "Кофе в зёрнах, 1 кг", APPLIANCES, "KF-1000", 189950, 2 } },
  { { "Сплит-система Haier 25 м²", APPLIANCES, "HSU-09", 3299000, 1 },
    { "Монтаж кондиционера", NULL, NULL, 890000, 1 } },
  { { "Вертикальный пылесос Dyson V12", APPLIANCES, "V12-DS", 5499000, 1 } },
  { { "Смартфон Samsung Galaxy S24 256 ГБ", ELECTRONICS, "SM-S921B", 6999000, 1 },
    { "Чехол силиконовый", ELECTRONICS, "CH-S24", 149900, 1 } },
  { { "Смартфон Apple iPhone 15 128 ГБ", ELECTRONICS, "MTP03", 7499000, 1 },
    { "Защитное стекло с установкой", ELECTRONICS, "ZS-15", 199900, 1 } },
  { { "Смартфон Xiaomi Redmi Note 13", ELECTRONICS, "RN13-256", 2199000, 1 } },
  { { "Телевизор Hisense 55\" 4K", ELECTRONICS, "55A6K", 4599900, 1 },
    { "Кронштейн настенный", ELECTRONICS, "KN-55", 249950, 1 } },
  { { "Телевизор Sber 43\" Full HD", ELECTRONICS, "SDX-43", 2149900, 1 } },
  { { "Ноутбук ASUS Vivobook 15", ELECTRONICS, "X1504VA", 5299000, 1 },
    { "Мышь беспроводная", ELECTRONICS, "MB-01", 129900, 1 },
    { "Настройка и установка программ", NULL, NULL, 250000, 1 } },
  { { "Игровая приставка PlayStation 5 Slim", ELECTRONICS, "CFI-2000", 5699900, 1 },
    { "Геймпад DualSense", ELECTRONICS, "CFI-ZCT1", 699900, 1 } },
  { { "Планшет Huawei MatePad 11", ELECTRONICS, "DBR-W19", 3199000, 1 } },
  { { "Наушники Sony WH-1000XM5", ELECTRONICS, "WH1000XM5", 2999050, 1 } },
  { { "Электросамокат Ninebot F2", ELECTRONICS, "F2-E", 4799000, 1 },
    { "Шлем защитный", ELECTRONICS, "SH-L", 299900, 1 } },
  { { "Велосипед горный Stels 27,5\"", "Спорт", "NAV-610", 2649950, 1 } },
};

guint
tranche_demo_goods_count (void)
{
  return G_N_ELEMENTS (baskets);
}

GPtrArray *
tranche_demo_goods_make (guint  index,
                         GRand *random)
{
  const Good *basket = baskets[index];
  int n_goods = g_rand_int_range (random, 1, MAX_GOODS + 1);
  GPtrArray *items;

  g_return_val_if_fail (index < G_N_ELEMENTS (baskets), NULL);

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  for (int i = 0; i < n_goods && basket[i].name != NULL; i++) {
    TrancheMoney price = tranche_money (basket[i].price, "RUB");

    g_ptr_array_add (items, tranche_order_item_new (basket[i].name, basket[i].quantity, &price,
                                                    basket[i].category, basket[i].vendor_code));
  }

  return items;
}
