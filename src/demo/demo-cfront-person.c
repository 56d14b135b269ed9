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

/* The years in which these documents were issued. */
#define FIRST_BOOKLET 1994
#define LAST_BOOKLET  2015
#define FIRST_CARD    2017
#define LAST_CARD     2025

/* Age at which a booklet is issued. */
#define BOOKLET_AGE 16

/* Born from 1955 to 2003. */
#define FIRST_BIRTHDAY 20090
#define LAST_BIRTHDAY  37985

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

/* Tax codes count the days from the end of 1899. */
static void
count_days (GDate *date,
            int    days)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, 31, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, days);
}

/* The tax code of a person: the day of birth, a number whose last digit is odd
 * for men, and a check digit. */
static char *
make_tax_code (GRand    *random,
               int       birthday,
               gboolean  is_woman)
{
  const int weights[] = { -1, 5, 7, 9, 4, 6, 10, 5, 7 };
  int serial = g_rand_int_range (random, 0, 5000) * 2 + (is_woman ? 0 : 1);
  g_autofree char *digits = g_strdup_printf ("%05d%04d", birthday, serial);
  int sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * g_ascii_digit_value (digits[i]);

  return g_strdup_printf ("%s%d", digits, (sum % 11 + 11) % 11 % 10);
}

static char *
make_digits (GRand *random,
             guint  n_digits)
{
  char *digits = g_malloc0 (n_digits + 1);

  for (guint i = 0; i < n_digits; i++)
    digits[i] = (char) ('0' + g_rand_int_range (random, 0, 10));

  return digits;
}

static void
make_card (TrancheDemoCfrontDocument *document,
           GRand                     *random,
           const GDate               *birth)
{
  g_autofree char *serial = make_digits (random, 5);

  document->member = "id_card";
  document->title = "Паспорт громадянина України (ID-картка)";
  document->number = make_digits (random, 9);
  document->issued = "8034";
  document->date_of_issue = make_date (random, FIRST_CARD, LAST_CARD);
  document->valid_until = make_end (document->date_of_issue);
  document->registry_number =
    g_strdup_printf ("%04d%02d%02d-%s", g_date_get_year (birth), g_date_get_month (birth),
                     g_date_get_day (birth), serial);
}

/* Whoever was too young for a booklet has a card. */
static void
make_booklet (TrancheDemoCfrontDocument *document,
              GRand                     *random,
              const GDate               *birth)
{
  int first_year = MAX (FIRST_BOOKLET, g_date_get_year (birth) + BOOKLET_AGE + 1);

  if (first_year > LAST_BOOKLET) {
    make_card (document, random, birth);
    return;
  }

  document->member = "passport";
  document->title = "Паспорт громадянина України";
  document->series = passport_series[g_rand_int_range (random, 0, G_N_ELEMENTS (passport_series))];
  document->number = make_digits (random, 6);
  document->issued =
    police_departments[g_rand_int_range (random, 0, G_N_ELEMENTS (police_departments))];
  document->date_of_issue = make_date (random, first_year, LAST_BOOKLET);
}

static void
make_permit (TrancheDemoCfrontDocument *document,
             GRand                     *random,
             const GDate               *birth)
{
  document->member = "residence_permit";
  document->title = "Посвідка на постійне проживання";
  document->series = "ІН";
  document->number = make_digits (random, 6);
  document->issued = "8011";
  document->date_of_issue = make_date (random, FIRST_CARD, LAST_CARD);
}

static void
make_international (TrancheDemoCfrontDocument *document,
                    GRand                     *random,
                    const GDate               *birth)
{
  document->member = "international_passport";
  document->title = "Паспорт громадянина України для виїзду за кордон";
  document->series = "FV";
  document->number = make_digits (random, 6);
  document->date_of_issue = make_date (random, FIRST_CARD, LAST_CARD);
  document->valid_until = make_end (document->date_of_issue);
}

/* How often each is met, in a hundred. */
static const struct {
  int share;
  void (* make) (TrancheDemoCfrontDocument *document,
                 GRand                     *random,
                 const GDate               *birth);
} documents[] = {
  { 50, make_booklet },
  { 40, make_card },
  { 4, make_permit },
  { 6, make_international },
};

static void
make_document (TrancheDemoCfrontDocument *document,
               GRand                     *random,
               const GDate               *birth)
{
  int draw = g_rand_int_range (random, 0, 100);
  gsize i = 0;

  while (draw >= documents[i].share)
    draw -= documents[i++].share;
  documents[i].make (document, random, birth);
}

TrancheDemoCfrontPerson *
tranche_demo_cfront_person_new (const char *phone)
{
  TrancheDemoCfrontPerson *self = g_new0 (TrancheDemoCfrontPerson, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (phone));
  const Name *name = &names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
  int birthday = g_rand_int_range (random, FIRST_BIRTHDAY, LAST_BIRTHDAY);
  g_autofree char *card = make_digits (random, 4);
  g_autofree char *account = make_digits (random, 11);
  GDate birth;

  count_days (&birth, birthday);
  self->customer = tranche_customer_new ();
  self->customer->last_name = g_strdup (name->last_name);
  self->customer->first_name = g_strdup (name->first_name);
  self->customer->middle_name = g_strdup (name->middle_name);
  self->customer->phone = g_strdup (phone);
  self->customer->tax_code = make_tax_code (random, birthday, name->is_woman);
  make_document (&self->document, random, &birth);
  self->masked_card = g_strdup_printf ("5375 41** **** %s", card);
  self->iban = g_strdup_printf ("UA%02d3220010000026%s0", g_rand_int_range (random, 10, 98), account);

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
