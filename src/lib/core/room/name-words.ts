import type { Language } from '../time/language';

/** Names for pupils who choose none: calm, kind to anybody, none that a class could laugh at. Adjective and noun agree. */
interface NameWords {
  /** Pairs of lists that go together (gender, in Ukrainian). */
  readonly sets: readonly { readonly first: readonly string[]; readonly second: readonly string[] }[];
}

const words = (text: string): readonly string[] => text.split(' ');

export const NAME_WORDS: Readonly<Record<Language, NameWords>> = {
  en: {
    sets: [
      {
        first: words(
          'Amber Brave Bright Calm Clear Copper Early Fair Gentle Golden Green Honest Keen Kind Lively Lucky Merry Misty Northern Patient Quick Quiet Silver Steady Sunny Swift True Warm Wise Witty',
        ),
        second: words(
          'Badger Beaver Bison Crane Deer Dolphin Eagle Falcon Finch Fox Hare Hawk Hedgehog Heron Kestrel Kingfisher Lark Lynx Marten Moose Otter Owl Raven Robin Seal Sparrow Stork Swallow Swan Wren',
        ),
      },
    ],
  },
  uk: {
    sets: [
      {
        first: words(
          'Бистрий Веселий Вірний Влучний Добрий Дужий Жвавий Золотий Кмітливий Ласкавий Лагідний Мирний Мудрий Північний Пильний Світлий Сміливий Сонячний Спокійний Срібний Стрункий Теплий Тихий Уважний Чесний Щирий',
        ),
        second: words(
          'Бобер Борсук Журавель Зубр Їжак Кіт Лелека Лис Лось Олень Орел Сокіл Соловей Тюлень Шпак Яструб Горобець Дельфін Ворон',
        ),
      },
      {
        first: words(
          'Бистра Весела Вірна Влучна Добра Дужа Жвава Золота Кмітлива Ласкава Лагідна Мирна Мудра Північна Пильна Світла Смілива Сонячна Спокійна Срібна Струнка Тепла Тиха Уважна Чесна Щира',
        ),
        second: words(
          'Білка Видра Вивірка Горлиця Зозуля Іволга Куниця Ластівка Лисиця Рись Синиця Сова Чайка Чапля Косуля Сойка',
        ),
      },
    ],
  },
};
