/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-person.h"

typedef struct {
  const char *last_name;
  const char *first_name;
  const char *middle_name;
  gboolean is_woman;
} Name;

static const Name names[] = {
  { "Бондаренко", "Олена", "Василівна", TRUE },
  { "Бойко", "Андрій", "Миколайович", FALSE },
  { "Василенко", "Ганна", "Петрівна", TRUE },
  { "Гнатюк", "Юрій", "Степанович", FALSE },
  { "Гончаренко", "Ірина", "Олегівна", TRUE },
  { "Гриценко", "Сергій", "Вікторович", FALSE },
  { "Данилюк", "Марія", "Іванівна", TRUE },
  { "Дяченко", "Богдан", "Романович", FALSE },
  { "Жук", "Вікторія", "Ігорівна", TRUE },
  { "Захарчук", "Дмитро", "Анатолійович", FALSE },
  { "Іваненко", "Наталія", "Сергіївна", TRUE },
  { "Кириленко", "Максим", "Олександрович", FALSE },
  { "Коваленко", "Тетяна", "Володимирівна", TRUE },
  { "Ковальчук", "Тарас", "Богданович", FALSE },
  { "Кравчук", "Софія", "Андріївна", TRUE },
  { "Кузьменко", "Євген", "Леонідович", FALSE },
  { "Лисенко", "Оксана", "Михайлівна", TRUE },
  { "Литвин", "Ярослав", "Ярославович", FALSE },
  { "Марченко", "Людмила", "Григорівна", TRUE },
  { "Мельник", "Олександр", "Юрійович", FALSE },
  { "Мороз", "Соломія", "Тарасівна", TRUE },
  { "Назаренко", "Віталій", "Павлович", FALSE },
  { "Олійник", "Катерина", "Дмитрівна", TRUE },
  { "Онищенко", "Ігор", "Валентинович", FALSE },
  { "Павленко", "Дарина", "Євгенівна", TRUE },
  { "Петренко", "Роман", "Федорович", FALSE },
  { "Поліщук", "Надія", "Остапівна", TRUE },
  { "Прокопенко", "Артем", "В’ячеславович", FALSE },
  { "Романюк", "Мирослава", "Любомирівна", TRUE },
  { "Руденко", "Олег", "Григорович", FALSE },
  { "Савченко", "Юлія", "Борисівна", TRUE },
  { "Семенюк", "Назар", "Ігорович", FALSE },
  { "Сидоренко", "Любов", "Михайлівна", TRUE },
  { "Ткаченко", "Павло", "Сергійович", FALSE },
  { "Федоренко", "Аліна", "Костянтинівна", TRUE },
  { "Харченко", "Микола", "Іванович", FALSE },
  { "Шевченко", "Зоряна", "Олексіївна", TRUE },
  { "Шевчук", "Володимир", "Денисович", FALSE },
  { "Юрченко", "Анастасія", "Вадимівна", TRUE },
  { "Яковенко", "Вадим", "Русланович", FALSE },
};

static const char *const passport_series[] = { "АК", "ВМ", "КС", "МТ", "СО" };
static const char *const police_departments[] = {
  "Дніпровським РВ ДМУ УМВС України у Дніпропетровській області",
  "Шевченківським РУ ГУ МВС України в м. Києві",
  "Франківським РВ УМВС України у Львівській області",
  "Приморським РВ ОМУ УМВС України в Одеській області",
};

static char *
make_date (GRand *random,
           int    first_year,
           int    last_year)
{
  int year = g_rand_int_range (random, first_year, last_year + 1);
  int month = g_rand_int_range (random, 1, 13);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, g_rand_int_range (random, 1, 29));
}

/* Ten years after @date. */
static char *
make_end (const char *date)
{
  return g_strdup_printf ("%04d%s", atoi (date) + 10, date + 4);
}

/* The tax code of a person: days since the end of 1899 to the birth, a number
 * whose last digit is odd for men, and a check digit. */
static char *
make_tax_code (GRand    *random,
               gboolean  is_woman)
{
  const int weights[] = { -1, 5, 7, 9, 4, 6, 10, 5, 7 };
  /* Born from 1955 to 2005. */
  int days = g_rand_int_range (random, 20090, 38350);
  int serial = g_rand_int_range (random, 0, 5000) * 2 + (is_woman ? 0 : 1);
  g_autofree char *digits = g_strdup_printf ("%05d%04d", days, serial);
  int sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * g_ascii_digit_value (digits[i]);

  return g_strdup_printf ("%s%d", digits, (sum % 11 + 11) % 11 % 10);
}

static void
make_booklet (TrancheDemoCfrontDocument *document,
              GRand                     *random)
{
  document->member = "passport";
  document->title = "Паспорт громадянина України";
  document->series = passport_series[g_rand_int_range (random, 0, G_N_ELEMENTS (passport_series))];
  document->number = g_strdup_printf ("%06d", g_rand_int_range (random, 0, 1000000));
  document->issued =
    police_departments[g_rand_int_range (random, 0, G_N_ELEMENTS (police_departments))];
  document->date_of_issue = make_date (random, 1996, 2015);
}

static void
make_id_card (TrancheDemoCfrontDocument *document,
              GRand                     *random)
{
  document->member = "id_card";
  document->title = "Паспорт громадянина України (ID-картка)";
  document->number = g_strdup_printf ("%09d", g_rand_int_range (random, 0, 1000000000));
  document->issued = "8034";
  document->date_of_issue = make_date (random, 2018, 2025);
  document->valid_until = make_end (document->date_of_issue);
  document->registry_number = g_strdup_printf ("19%06d-%05d", g_rand_int_range (random, 500101, 991231),
                                               g_rand_int_range (random, 0, 100000));
}

static void
make_residence_permit (TrancheDemoCfrontDocument *document,
                       GRand                     *random)
{
  document->member = "residence_permit";
  document->title = "Посвідка на постійне проживання";
  document->series = "ІН";
  document->number = g_strdup_printf ("%06d", g_rand_int_range (random, 0, 1000000));
  document->issued = "8011";
  document->date_of_issue = make_date (random, 2018, 2025);
}

static void
make_international_passport (TrancheDemoCfrontDocument *document,
                             GRand                     *random)
{
  document->member = "international_passport";
  document->title = "Паспорт громадянина України для виїзду за кордон";
  document->series = "FV";
  document->number = g_strdup_printf ("%06d", g_rand_int_range (random, 0, 1000000));
  document->date_of_issue = make_date (random, 2018, 2025);
  document->valid_until = make_end (document->date_of_issue);
}

/* How often each is met, in a hundred. */
static const struct {
  int share;
  void (* make) (TrancheDemoCfrontDocument *document,
                 GRand                     *random);
} documents[] = {
  { 45, make_booklet },
  { 45, make_id_card },
  { 4, make_residence_permit },
  { 6, make_international_passport },
};

static void
make_document (TrancheDemoCfrontDocument *document,
               GRand                     *random)
{
  int draw = g_rand_int_range (random, 0, 100);
  gsize i = 0;

  while (draw >= documents[i].share)
    draw -= documents[i++].share;
  documents[i].make (document, random);
}

TrancheDemoCfrontPerson *
tranche_demo_cfront_person_new (const char *phone)
{
  TrancheDemoCfrontPerson *self = g_new0 (TrancheDemoCfrontPerson, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (phone));
  const Name *name = &names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];

  self->customer = tranche_customer_new ();
  self->customer->last_name = g_strdup (name->last_name);
  self->customer->first_name = g_strdup (name->first_name);
  self->customer->middle_name = g_strdup (name->middle_name);
  self->customer->phone = g_strdup (phone);
  self->customer->tax_code = make_tax_code (random, name->is_woman);
  make_document (&self->document, random);
  self->masked_card = g_strdup_printf ("5375 41** **** %04d", g_rand_int_range (random, 0, 10000));
  self->iban = g_strdup_printf ("UA%02d322001000002620%010d", g_rand_int_range (random, 10, 98),
                                g_rand_int_range (random, 0, 1000000000));

  return self;
}

void
tranche_demo_cfront_person_free (TrancheDemoCfrontPerson *self)
{
  tranche_customer_free (self->customer);
  g_free (self->document.number);
  g_free (self->document.date_of_issue);
  g_free (self->document.valid_until);
  g_free (self->document.registry_number);
  g_free (self->masked_card);
  g_free (self->iban);
  g_free (self);
}
