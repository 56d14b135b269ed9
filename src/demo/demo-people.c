/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-people.h"

typedef struct {
  const char *last_name;
  const char *first_name;
  const char *middle_name;
  const char *login;
} Person;

static const Person people[] = {
  { "Абрамова", "Ирина", "Викторовна", "i.abramova" },
  { "Алексеев", "Дмитрий", "Олегович", "dalekseev" },
  { "Баранова", "Светлана", "Юрьевна", "s.baranova" },
  { "Белов", "Константин", "Андреевич", "kbelov" },
  { "Васильева", "Марина", "Геннадьевна", "marina.v" },
  { "Виноградов", "Павел", "Сергеевич", "vinogradov.p" },
  { "Галиуллин", "Рустам", "Ильдарович", "rgaliullin" },
  { "Громова", "Екатерина", "Павловна", "ek.gromova" },
  { "Давыдов", "Артём", "Николаевич", "davydov.a" },
  { "Егорова", "Наталья", "Ивановна", "n.egorova" },
  { "Жуков", "Михаил", "Борисович", "zhukov.mb" },
  { "Зайцева", "Ольга", "Владимировна", "olga.zaytseva" },
  { "Захаров", "Игорь", "Петрович", "zakharov.ip" },
  { "Ильина", "Анна", "Дмитриевна", "anna.ilina" },
  { "Карпенко", "Тарас", "Михайлович", "t.karpenko" },
  { "Киселёва", "Людмила", "Степановна", "kiseleva.ls" },
  { "Козлов", "Роман", "Евгеньевич", "rkozlov" },
  { "Кузнецова", "Татьяна", "Алексеевна", "t.kuznetsova" },
  { "Лебедев", "Никита", "Романович", "nlebedev" },
  { "Макарова", "Вера", "Анатольевна", "v.makarova" },
  { "Мельник", "Оксана", "Богдановна", "o.melnik" },
  { "Морозов", "Алексей", "Викторович", "morozov.av" },
  { "Мухаметзянова", "Гульнара", "Рашидовна", "g.mukhametzyanova" },
  { "Николаев", "Степан", "Ильич", "s.nikolaev" },
  { "Новикова", "Юлия", "Максимовна", "yu.novikova" },
  { "Орлов", "Григорий", "Денисович", "gorlov" },
  { "Осипова", "Дарья", "Константиновна", "d.osipova" },
  { "Павлов", "Вячеслав", "Игоревич", "v.pavlov" },
  { "Петросян", "Армен", "Гагикович", "a.petrosyan" },
  { "Полякова", "Елена", "Сергеевна", "e.polyakova" },
  { "Попов", "Илья", "Александрович", "popov.ia" },
  { "Романова", "Ксения", "Олеговна", "k.romanova" },
  { "Сергеев", "Владислав", "Юрьевич", "v.sergeev" },
  { "Смирнова", "Алина", "Руслановна", "a.smirnova" },
  { "Соколов", "Антон", "Валерьевич", "a.sokolov" },
  { "Степанова", "Галина", "Фёдоровна", "g.stepanova" },
  { "Тарасов", "Евгений", "Витальевич", "e.tarasov" },
  { "Фёдорова", "Полина", "Артёмовна", "p.fedorova" },
  { "Фролов", "Кирилл", "Станиславович", "k.frolov" },
  { "Хабибуллина", "Алсу", "Маратовна", "a.khabibullina" },
  { "Чернов", "Вадим", "Григорьевич", "v.chernov" },
  { "Щербакова", "Любовь", "Никитична", "l.scherbakova" },
};

guint
tranche_demo_people_count (void)
{
  return G_N_ELEMENTS (people);
}

TrancheCustomer *
tranche_demo_people_make (guint  index,
                          GRand *random)
{
  const Person *person = &people[index];
  int code = g_rand_int_range (random, 0, 100);
  int digits = g_rand_int_range (random, 0, 10000);
  gboolean has_email = g_rand_int_range (random, 0, 4) > 0;
  TrancheCustomer *customer;

  g_return_val_if_fail (index < G_N_ELEMENTS (people), NULL);

  customer = tranche_customer_new ();
  customer->last_name = g_strdup (person->last_name);
  customer->first_name = g_strdup (person->first_name);
  customer->middle_name = g_strdup (person->middle_name);
  customer->phone = g_strdup_printf ("+79%02d000%04d", code, digits);
  if (has_email)
    customer->email = g_strdup_printf ("%s@example.ru", person->login);

  return customer;
}
