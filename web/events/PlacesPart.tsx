import { useState } from 'react';
import type { EventView, RoomView, VenueView } from '#shared/events/contract.ts';
import { settingsTexts } from '#shared/events/texts.ts';
import { eventWords } from '#shared/events/words.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { PartTable } from './PartTable.tsx';
import { RoomDialog } from './RoomDialog.tsx';
import { VenueDialog } from './VenueDialog.tsx';

type PartProps = { event: EventView; mayChange: boolean };

/** Where things happen: venues with their own clock, and the rooms in them. */
export function PlacesPart({ event, mayChange }: PartProps) {
  const lang = useLang();
  const t = useTexts(settingsTexts);
  const words = useTexts(eventWords);
  const [venue, setVenue] = useState<VenueView | 'new' | null>(null);
  const [room, setRoom] = useState<RoomView | 'new' | null>(null);
  const venueName = (id: string) => {
    const found = event.venues.find((one) => one.id === id);
    return found ? inWords(found.name, lang) : '–';
  };
  return (
    <div className="grid gap-7">
      <PartTable
        title={t.places.venues}
        rows={event.venues}
        rowKey={(one) => one.id}
        nameOf={(one) => inWords(one.name, lang)}
        edit={mayChange ? { add: t.places.addVenue, onAdd: () => setVenue('new'), onEdit: setVenue } : null}
        columns={[
          { key: 'name', head: t.name, rowHead: true, cell: (one) => inWords(one.name, lang) },
          { key: 'zone', head: t.places.zone, cell: (one) => words.zone[one.zone] },
          { key: 'clock', head: t.places.timeZone, wideOnly: true, cell: (one) => one.timeZone },
        ]}
      />
      <PartTable
        title={t.places.rooms}
        rows={event.rooms}
        rowKey={(one) => one.id}
        nameOf={(one) => inWords(one.name, lang)}
        edit={
          mayChange && event.venues.length > 0
            ? { add: t.places.addRoom, onAdd: () => setRoom('new'), onEdit: setRoom }
            : null
        }
        columns={[
          { key: 'name', head: t.name, rowHead: true, cell: (one) => inWords(one.name, lang) },
          { key: 'venue', head: t.places.venue, wideOnly: true, cell: (one) => venueName(one.venueId) },
          { key: 'area', head: t.places.area, wideOnly: true, cell: (one) => one.area || '–' },
          { key: 'purpose', head: t.places.purpose, cell: (one) => words.purpose[one.purpose] },
          { key: 'capacity', head: t.places.capacity, number: true, cell: (one) => one.capacity ?? '–' },
        ]}
      />
      {venue ? (
        <VenueDialog event={event} given={venue === 'new' ? null : venue} onClose={() => setVenue(null)} />
      ) : null}
      {room ? <RoomDialog event={event} given={room === 'new' ? null : room} onClose={() => setRoom(null)} /> : null}
    </div>
  );
}
