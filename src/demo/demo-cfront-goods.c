/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-goods.h"

#include "core/order-item.h"

#define MAX_GOODS 3

typedef struct {
  const char *name;
  /* In kopecks. */
  gint64 price;
  guint quantity;
} Good;

/* What is bought together, the main thing first. */
static const Good purchases[][MAX_GOODS] = {
  { { "Телевізор Samsung 55\" QLED", 2899900, 1 }, { "Кріплення настінне", 119900, 1 } },
  { { "Холодильник двокамерний Gorenje NRK", 2449900, 1 } },
  { { "Пральна машина Bosch Serie 4", 1999900, 1 }, { "Шланг заливний 3 м", 34950, 1 } },
  { { "Смартфон Apple iPhone 15 128 ГБ", 3299900, 1 }, { "Чохол силіконовий", 89900, 1 },
    { "Захисне скло з наклеюванням", 79900, 1 } },
  { { "Смартфон Samsung Galaxy A55", 1699900, 1 }, { "Зарядний пристрій 25 Вт", 64900, 1 } },
  { { "Ноутбук Lenovo IdeaPad Slim 5", 2999900, 1 }, { "Миша бездротова", 69950, 1 } },
  { { "Зарядна станція EcoFlow River 2", 1899900, 1 } },
  { { "Генератор бензиновий 3 кВт", 2149900, 1 }, { "Подовжувач 25 м", 129900, 2 } },
  { { "Робот-пилосос Xiaomi S20+", 1499900, 1 } },
  { { "Кавомашина DeLonghi Magnifica", 1899900, 1 }, { "Кава в зернах, 1 кг", 69900, 3 } },
  { { "Кондиціонер Cooper&Hunter 25 м²", 1949900, 1 }, { "Монтаж кондиціонера", 350000, 1 } },
  { { "Посудомийна машина Electrolux 45 см", 1749900, 1 }, { "Таблетки, 100 шт.", 79950, 2 } },
  { { "Ігрова приставка PlayStation 5 Slim", 2399900, 1 }, { "Геймпад DualSense", 299900, 1 } },
  { { "Мікрохвильова піч LG", 549900, 1 } },
  { { "Бойлер Atlantic 80 л", 749900, 1 }, { "Встановлення бойлера", 150000, 1 } },
  { { "Планшет Lenovo Tab M11", 799900, 1 } },
  { { "Навушники Sony WH-1000XM5", 1249950, 1 } },
  { { "Годинник Garmin Forerunner 265", 1799900, 1 } },
  { { "Дриль-шурупокрут Makita", 689900, 1 }, { "Набір свердел, 100 шт.", 89950, 1 } },
  { { "Велосипед гірський 29\"", 1449900, 1 }, { "Шолом велосипедний", 119900, 1 } },
  { { "Електросамокат Xiaomi 4 Pro", 2199900, 1 } },
  { { "Диван кутовий «Карпати»", 2649900, 1 }, { "Доставка та підйом", 120000, 1 } },
  { { "Ліжко двоспальне 160×200", 1149900, 1 }, { "Матрац ортопедичний 160×200", 989950, 1 } },
  { { "Коляска дитяча 2 в 1", 1579900, 1 } },
  { { "Стіл комп’ютерний", 459900, 1 }, { "Крісло офісне", 529900, 1 } },
  { { "Духова шафа Whirlpool", 1349900, 1 }, { "Варильна поверхня Whirlpool", 899900, 1 } },
};

guint
tranche_demo_cfront_goods_count (void)
{
  return G_N_ELEMENTS (purchases);
}

GPtrArray *
tranche_demo_cfront_goods_make (guint  index,
                                GRand *random)
{
  gboolean all = g_rand_int_range (random, 0, 4) > 0;
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);

  g_return_val_if_fail (index < G_N_ELEMENTS (purchases), items);

  for (guint i = 0; i < MAX_GOODS && purchases[index][i].name && (i == 0 || all); i++) {
    const Good *good = &purchases[index][i];
    TrancheMoney price = tranche_money (good->price, "UAH");

    g_ptr_array_add (items, tranche_order_item_new (good->name, good->quantity, &price,
                                                    NULL, NULL));
  }

  return items;
}
